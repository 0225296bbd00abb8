package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** Who ends a stream, and that the gateway notices. */
class StreamLifeTest extends ChatTestSupport {

    private final CountDownLatch firstPiece = new CountDownLatch(1);
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stops")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .throwException(new IllegalArgumentException("enough"))
                        .end();
                from("direct:fails")
                        .to("fastrouter:chat?stream=true")
                        .throwException(new IllegalArgumentException("no"));
                from("direct:ignores").to("fastrouter:chat?stream=true").setBody(constant("done"));
                from("direct:handsOver")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .to("seda:later?waitForTaskToComplete=Never");
                from("seda:later")
                        .split(body())
                        .streaming()
                        .to("mock:pieces")
                        .end()
                        .to("mock:end");
                from("direct:handsOverEvents")
                        .to("fastrouter:chat?stream=true&streamOutput=sse")
                        .to("seda:laterEvents?waitForTaskToComplete=Never");
                from("seda:laterEvents").convertBodyTo(String.class).to("mock:events");
                from("direct:slow")
                        .routeId("slow")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .process(StreamLifeTest.this::readUntilItBreaks);
                from("direct:cached")
                        .to("fastrouter:chat?stream=true&streamOutput=sse")
                        .to("log:cached?level=DEBUG")
                        .convertBodyTo(String.class)
                        .to("mock:cached");
            }
        };
    }

    private void readUntilItBreaks(Exchange exchange) {
        Iterator<?> pieces = exchange.getMessage().getBody(Iterator.class);
        try {
            pieces.next();
            firstPiece.countDown();
            pieces.forEachRemaining(piece -> {});
        } catch (RuntimeCamelException e) {
            broken.complete(e.getCause());
            throw e;
        }
    }

    /** About ten pieces, then nothing, on an open connection. */
    private static Reply someAndThenSilence() {
        String[] pieces = new String[40];
        Arrays.fill(pieces, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"one \"}}]}");
        return Reply.sse(pieces).stallAfter(700);
    }

    private void assertGatewayIsLeft() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            RecordedRequest request = gateway().lastRequest();
            assertThat(request.disconnected()).isTrue();
            assertThat(request.answered()).isFalse();
        });
    }

    @Test
    void splitter_thatStopsEarly_closesTheConnection() {
        gateway().onChat().reply(someAndThenSilence());

        Exchange exchange = send("direct:stops", "Hi");

        assertThat(exchange.getException()).hasMessageContaining("enough");
        assertGatewayIsLeft();
    }

    @Test
    void exchange_thatFailsBeforeReading_closesTheConnection() {
        gateway().onChat().reply(someAndThenSilence());

        Exchange exchange = send("direct:fails", "Hi");

        assertThat(exchange.getException()).hasMessageContaining("no");
        assertGatewayIsLeft();
    }

    @Test
    void stream_thatNobodyReads_isClosedWithItsExchange() {
        gateway().onChat().reply(someAndThenSilence());

        assertThat(send("direct:ignores", "Hi").getMessage().getBody()).isEqualTo("done");

        assertGatewayIsLeft();
    }

    @Test
    void stream_handedOverToAnotherThread_isReadThereAndClosedThere() throws Exception {
        gateway().onChat().reply(Reply.stream("one ", "two ").packetDelay(Duration.ofMillis(100)));
        MockEndpoint pieces = getMockEndpoint("mock:pieces");
        pieces.expectedBodiesReceived("one ", "two ");
        MockEndpoint end = getMockEndpoint("mock:end");
        end.expectedMessageCount(1);
        end.expectedHeaderReceived(FastRouterConstants.FINISH_REASON, "stop");

        template.sendBody("direct:handsOver", "Hi");

        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
    }

    @Test
    void events_handedOverToAnotherThread_areReadThere() throws Exception {
        gateway().onChat().reply(Reply.stream("one ", "two ").packetDelay(Duration.ofMillis(100)));
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);

        template.sendBody("direct:handsOverEvents", "Hi");

        events.assertIsSatisfied();
        assertThat(events.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("one ", "two ")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void stream_readAfterItsExchange_throwsInsteadOfBeingEmpty() throws Exception {
        gateway().onChat().reply(Reply.stream("one ", "two "), Reply.stream("one ", "two "));

        Iterator<?> iterator = (Iterator<?>) template.requestBody("fastrouter:chat?stream=true", "Hi");
        InputStream events = (InputStream) template.requestBody("fastrouter:chat?stream=true&streamOutput=sse", "Hi");

        assertThatThrownBy(iterator::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("autoCloseStream=false");
        assertThatThrownBy(events::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void stream_withoutAutoClose_isReadAfterItsExchange() throws Exception {
        gateway().onChat().reply(Reply.stream("one ", "two "));

        Object body = template.requestBody("fastrouter:chat?stream=true&streamOutput=text&autoCloseStream=false", "Hi");

        StringBuilder text = new StringBuilder();
        try (ChatStream stream = (ChatStream) body) {
            ((Iterator<?>) body).forEachRemaining(text::append);
            assertThat(stream.isComplete()).isTrue();
            assertThat(stream.response().finishReason()).isEqualTo("stop");
        }
        assertThat(text).hasToString("one two ");
    }

    @Test
    void stream_closedEarlyByItsReader_closesTheConnection() throws Exception {
        gateway().onChat().reply(someAndThenSilence());

        Object body = template.requestBody("fastrouter:chat?stream=true&streamOutput=text&autoCloseStream=false", "Hi");
        assertThat(((Iterator<?>) body).next()).isEqualTo("one ");
        ((ChatStream) body).close();
        ((ChatStream) body).close();

        assertGatewayIsLeft();
        assertThatThrownBy(((Iterator<?>) body)::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void route_thatStopsWhileAStreamIsRead_endsTheExchange() throws Exception {
        gateway().onChat().reply(someAndThenSilence());
        context.getShutdownStrategy().setTimeout(1);
        CompletableFuture<Exchange> exchange =
                template.asyncSend("direct:slow", e -> e.getMessage().setBody("Hi"));
        assertThat(firstPiece.await(20, TimeUnit.SECONDS)).isTrue();

        context.getRouteController().stopRoute("slow", 1, TimeUnit.SECONDS);

        assertThat(broken.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(FastRouterException.class, failure -> {
            assertThat(failure.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
            assertThat(failure.getCode()).isEqualTo("route_stopped");
        });
        assertThat(exchange.get(20, TimeUnit.SECONDS).getException()).isNotNull();
        assertGatewayIsLeft();
    }

    @Test
    void waitingReader_thatIsInterrupted_stopsWaiting() throws Exception {
        gateway().onChat().reply(someAndThenSilence());
        Iterator<?> pieces = (Iterator<?>)
                template.requestBody("fastrouter:chat?stream=true&streamOutput=text&autoCloseStream=false", "Hi");
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                pieces.forEachRemaining(piece -> {});
                outcome.complete(null);
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
        });
        reader.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.getState() == Thread.State.TIMED_WAITING);

        reader.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS)).hasMessageContaining("Interrupted");
        assertGatewayIsLeft();
    }

    @Test
    void liveEvents_inARouteWithStreamCaching_areNotDrainedBefore() throws Exception {
        assertThat(context.isStreamCaching()).isTrue();
        gateway().onChat().reply(Reply.stream("one ", "two "));
        MockEndpoint mock = getMockEndpoint("mock:cached");
        mock.expectedMessageCount(1);

        template.sendBody("direct:cached", "Hi");

        mock.assertIsSatisfied();
        assertThat(mock.getExchanges().get(0).getMessage().getBody(String.class))
                .endsWith("data: [DONE]\n\n");
    }
}
