package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** What a route may rely on: threads, waiting, errors, redelivery, stopping. */
class RouteContractTest extends ChatTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterTransientException.class)
                        .maximumRedeliveries(3)
                        .redeliveryDelay(10);
                from("direct:ask")
                        .routeId("ask")
                        .to("fastrouter:chat")
                        .id("chat")
                        .process(e ->
                                e.setProperty("thread", Thread.currentThread().getName()))
                        .to("mock:answer");
                from("direct:streamed")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .process(e ->
                                e.setProperty("thread", Thread.currentThread().getName()));
                from("direct:synchronous")
                        .to("fastrouter:chat?synchronous=true")
                        .process(e ->
                                e.setProperty("thread", Thread.currentThread().getName()));
                from("direct:transacted")
                        .process(e -> e.getUnitOfWork().beginTransactedBy("test"))
                        .to("fastrouter:chat")
                        .process(e ->
                                e.setProperty("thread", Thread.currentThread().getName()));
            }
        };
    }

    @Test
    void fiftyExchanges_fromOneThread_waitAtOnce() throws Exception {
        Duration delay = Duration.ofSeconds(4);
        gateway().onChat().always(Reply.chat("Hello").delay(delay));
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        AsyncProducer producer = context.getEndpoint("fastrouter:chat").createAsyncProducer();
        producer.start();

        for (int i = 0; i < 50; i++) {
            CompletableFuture<Exchange> done = new CompletableFuture<>();
            all.add(done);
            Exchange exchange = context.getEndpoint("fastrouter:chat").createExchange();
            exchange.getMessage().setBody("Hi");
            // on this thread: it comes back at once
            producer.process(exchange, doneSync -> done.complete(exchange));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);

        // the last was sent before the first was answered
        long[] arrivals = gateway().requests().stream()
                .mapToLong(RecordedRequest::receivedAt)
                .sorted()
                .toArray();
        assertThat(arrivals).hasSize(50);
        assertThat(Duration.ofNanos(arrivals[49] - arrivals[0])).isLessThan(delay);
        for (CompletableFuture<Exchange> done : all) {
            assertThat(done.get().getException()).isNull();
            assertThat(done.get().getMessage().getBody()).isEqualTo("Hello");
        }
    }

    @Test
    void route_afterAnAnswer_goesOnOnACamelThread() {
        assertThat(send("direct:ask", "Hi").getProperty("thread", String.class))
                .contains("Camel")
                .contains("FastRouterWorker");
        assertThat(send("direct:streamed", "Hi").getProperty("thread", String.class))
                .contains("Camel")
                .contains("FastRouterStream");
    }

    @Test
    void synchronousAndTransacted_exchanges_stayOnTheirThread() {
        String here = Thread.currentThread().getName();

        assertThat(send("direct:synchronous", "Hi").getProperty("thread")).isEqualTo(here);
        assertThat(send("direct:transacted", "Hi").getProperty("thread")).isEqualTo(here);
    }

    @Test
    void producerTemplate_synchronousAndAsynchronous_getsTheAnswer() throws Exception {
        gateway().onChat().always(Reply.chat("Hello"));

        assertThat(template.requestBody("fastrouter:chat", "Hi", String.class)).isEqualTo("Hello");
        assertThat(template.asyncRequestBody("fastrouter:chat", "Hi", String.class)
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo("Hello");
    }

    @Test
    void retryAfter_ofTwoSeconds_isWaitedForBeforeTheSecondRequest() {
        gateway()
                .onChat()
                .reply(
                        Reply.error(429, Envelope.E1, "slow down").retryAfterSeconds(2),
                        Reply.error(503, Envelope.E2, "busy"),
                        Reply.chat("Hello"));

        Exchange exchange = send("direct:ask", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Hello");
        List<RecordedRequest> requests = gateway().requests();
        assertThat(requests).hasSize(3);
        assertThat(gap(requests, 0)).isGreaterThan(Duration.ofMillis(1990));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    private static Duration gap(List<RecordedRequest> requests, int first) {
        return Duration.ofNanos(
                requests.get(first + 1).receivedAt() - requests.get(first).completedAt());
    }

    @Test
    void streamThatFailsBeforeItBegins_isRedelivered() {
        gateway()
                .onChat()
                .reply(Reply.sse("{\"error\":{\"code\":503,\"message\":\"busy\"}}"), Reply.stream("one ", "two "));

        Exchange exchange = send("direct:streamed", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requests()).hasSize(2);
    }

    @Test
    void wait_longerThanTheCap_failsAtOnceAsQuota() {
        gateway()
                .onChat()
                .reply(Reply.error(429, Envelope.E5, "come back tomorrow").retryAfterSeconds(7200));

        Exchange exchange = send("direct:ask", "Hi");

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FastRouterQuotaException.class,
                        e -> assertThat(e.getRetryAfter()).isEqualTo(Duration.ofHours(2)));
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_CATEGORY)).isEqualTo("QUOTA");
        assertThat(gateway().requests()).hasSize(1);
    }

    @Test
    void route_thatStopsDuringACall_endsTheExchange() throws Exception {
        gateway().onChat().reply(Reply.hang());
        CompletableFuture<Exchange> exchange =
                template.asyncSend("direct:ask", e -> e.getMessage().setBody("Hi"));
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway().activeRequests() == 1);

        context.getRouteController().stopRoute("ask", 1, TimeUnit.SECONDS);

        FastRouterException failure = exchange.get(20, TimeUnit.SECONDS).getException(FastRouterException.class);
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
        assertThat(failure.getCode()).isEqualTo("route_stopped");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway().lastRequest().disconnected());
    }

    @Test
    void advice_replacingTheEndpoint_works() throws Exception {
        AdviceWith.adviceWith(
                context, "ask", route -> route.weaveById("chat").replace().to("mock:chat"));
        MockEndpoint mock = getMockEndpoint("mock:chat");
        mock.expectedBodiesReceived("Hi");

        template.sendBody("direct:ask", "Hi");

        mock.assertIsSatisfied();
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void sameEndpoint_usedByManyThreads_mixesNothingUp() throws Exception {
        gateway()
                .onChat()
                .always(Reply.from(request ->
                        Reply.chat(request.json().at("/messages/0/content").textValue())));
        ConcurrentHashMap<String, String> answers = new ConcurrentHashMap<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();

        List<CompletableFuture<Object>> all = Stream.iterate(0, i -> i + 1)
                .limit(200)
                .map(i -> template.asyncRequestBody("direct:ask", "question " + i)
                        .whenComplete((answer, e) -> {
                            if (e != null) {
                                failure.set(e);
                            } else {
                                answers.put("question " + i, answer.toString());
                            }
                        }))
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);

        assertThat(failure.get()).isNull();
        assertThat(answers)
                .hasSize(200)
                .allSatisfy((question, answer) -> assertThat(answer).isEqualTo(question));
    }
}
