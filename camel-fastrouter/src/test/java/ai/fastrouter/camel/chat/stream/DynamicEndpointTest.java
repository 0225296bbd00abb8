package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints whose producers Camel stops while their answers are awaited or read, and what a stopping route gives up all the same. */
class DynamicEndpointTest extends ChatTestSupport {

    private static final String PLAIN = "fastrouter:chat?user=plain";
    private static final String STREAM = "fastrouter:chat?stream=true&streamOutput=text";
    private static final String AUDIENCE = "to";

    private final CompletableFuture<Exchange> reading = new CompletableFuture<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:uncached").toD("${header.to}", -1).process(DynamicEndpointTest.this::join);
                from("direct:oneCached").toD("${header.to}", 1).process(DynamicEndpointTest.this::join);
                from("direct:recipients")
                        .recipientList(header(AUDIENCE))
                        .cacheSize(-1)
                        .end()
                        .process(DynamicEndpointTest.this::join);
                from("direct:enriched")
                        .enrich()
                        .simple("${header.to}")
                        .cacheSize(-1)
                        .end()
                        .process(DynamicEndpointTest.this::join);
                from("direct:stopping").routeId("stopping").toD(STREAM, -1).process(DynamicEndpointTest.this::join);
                from("direct:handsOver").routeId("handsOver").to(STREAM).to("seda:readers?waitForTaskToComplete=Never");
                from("seda:readers").routeId("readers").process(DynamicEndpointTest.this::join);
            }
        };
    }

    private void join(Exchange exchange) {
        reading.complete(exchange);
        if (exchange.getMessage().getBody() instanceof ChatStream) {
            StringBuilder text = new StringBuilder();
            exchange.getMessage().getBody(Iterator.class).forEachRemaining(text::append);
            exchange.getMessage().setBody(text.toString());
        }
    }

    private static Reply someAndThenSilence() {
        return Reply.stream("one ", "two ", "three ", "four ").stallAfter(700);
    }

    private static Reply paced() {
        return Reply.stream("one ", "two ", "three").packetDelay(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:uncached", "direct:oneCached", "direct:recipients", "direct:enriched"})
    void producer_thatIsNotCached_endsNoStream(String route) {
        gateway().onChat().always(paced());

        for (int i = 0; i < 2; i++) {
            Exchange exchange = send(route, "Hi", Map.of(AUDIENCE, STREAM + "&autoCloseStream=false&user=u" + i));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isEqualTo("one two three");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:uncached", "direct:oneCached", "direct:recipients", "direct:enriched"})
    void producer_thatIsNotCached_endsNoCall(String route) {
        gateway().onChat().always(Reply.chat("Hello").delay(Duration.ofMillis(50)));

        assertThat(send(route, "Hi", Map.of(AUDIENCE, PLAIN)).getMessage().getBody())
                .isEqualTo("Hello");
    }

    @Test
    void producer_thatLeavesTheCacheDuringACall_letsItEnd() throws Exception {
        gateway()
                .onChat()
                .reply(
                        Reply.chat("first").delay(Duration.ofSeconds(1)),
                        Reply.chat("second"),
                        Reply.chat("third"),
                        Reply.chat("fourth"));
        CompletableFuture<Exchange> first = template.asyncSend("direct:oneCached", exchange -> {
            exchange.getMessage().setBody("Hi");
            exchange.getMessage().setHeader(AUDIENCE, PLAIN);
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway().activeRequests() == 1);

        for (String user : new String[] {"a", "b", "c"}) {
            send("direct:oneCached", "Hi", Map.of(AUDIENCE, "fastrouter:chat?user=" + user));
        }

        Exchange exchange = first.get(20, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("first");
    }

    @Test
    void streamOfAProducerThatIsGone_isGivenUpWhenItsRouteStops() throws Exception {
        gateway().onChat().reply(someAndThenSilence());
        CompletableFuture<Exchange> exchange =
                template.asyncSend("direct:stopping", e -> e.getMessage().setBody("Hi"));
        reading.get(20, TimeUnit.SECONDS);

        context.getRouteController().stopRoute("stopping", 1, TimeUnit.SECONDS);

        assertRouteStopped(exchange.get(20, TimeUnit.SECONDS).getException(FastRouterException.class));
    }

    @Test
    void streamThatWasHandedOver_isGivenUpWithTheRouteThatReadsIt() throws Exception {
        gateway().onChat().reply(someAndThenSilence());
        template.sendBody("direct:handsOver", "Hi");
        Exchange reader = reading.get(20, TimeUnit.SECONDS);

        context.getRouteController().stopRoute("handsOver", 1, TimeUnit.SECONDS);
        await().during(Duration.ofMillis(300)).until(() -> reader.getException() == null);
        assertThat(gateway().lastRequest().disconnected()).isFalse();
        context.getRouteController().stopRoute("readers", 1, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway().lastRequest().disconnected());
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.getException() != null);
        assertThat(reader.getProperty(FastRouterConstants.ERROR_CATEGORY)).isEqualTo("CANCELLED");
    }

    @Test
    void streamThatCodeReads_isGivenUpWithTheContext() {
        gateway().onChat().reply(someAndThenSilence());
        Iterator<?> pieces = (Iterator<?>) template.requestBody(STREAM + "&autoCloseStream=false", "Hi");
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> {
            try {
                pieces.forEachRemaining(piece -> {});
                return null;
            } catch (RuntimeException e) {
                return e.getCause();
            }
        });

        context.stop();

        assertThat(outcome)
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(e -> assertRouteStopped((FastRouterException) e));
    }

    private static void assertRouteStopped(FastRouterException failure) {
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
        assertThat(failure.getCode()).isEqualTo("route_stopped");
    }
}
