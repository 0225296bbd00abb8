package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.ChatReply;
import ai.fastrouter.camel.test.LineEnding;
import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong in a stream, and what its reader learns. */
class StreamFaultTest extends ChatTestSupport {

    private static final String ERROR_EVENT =
            "{\"id\":\"c1\",\"error\":{\"code\":502,\"type\":\"server_error\",\"message\":\"upstream lost\"},"
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:text")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .process(StreamFaultTest::join);
                from("direct:impatient")
                        .to("fastrouter:chat?stream=true&streamOutput=text&idleTimeout=400")
                        .process(StreamFaultTest::join);
                from("direct:guarded")
                        .onException(FastRouterTransientException.class)
                        .maximumRedeliveries(3)
                        .redeliveryDelay(0)
                        .end()
                        .onException(FastRouterStreamException.class)
                        .handled(true)
                        .setBody(constant("broken"))
                        .end()
                        .to("direct:unguarded");
                from("direct:unguarded")
                        .errorHandler(noErrorHandler())
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .process(StreamFaultTest::join);
                from("direct:split")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .split(body())
                        .streaming()
                        .to("mock:pieces")
                        .end();
                from("direct:sse")
                        .to("fastrouter:chat?stream=true&streamOutput=sse")
                        .process(StreamFaultTest::drain);
            }
        };
    }

    private static void join(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        Iterator<?> pieces = exchange.getMessage().getBody(Iterator.class);
        exchange.setProperty("iterator", pieces);
        pieces.forEachRemaining(text::append);
        exchange.getMessage().setBody(text.toString());
    }

    private static void drain(Exchange exchange) throws IOException {
        StringBuilder text = new StringBuilder();
        exchange.setProperty("text", text);
        InputStream in = exchange.getMessage().getBody(InputStream.class);
        for (int b = in.read(); b >= 0; b = in.read()) {
            text.append((char) b);
        }
    }

    private Exchange ask(Reply reply) {
        return ask("direct:text", reply);
    }

    private Exchange ask(String route, Reply reply) {
        gateway().onChat().reply(reply);
        return send(route, "Hi");
    }

    private static void assertGatewayIsLeft() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway().lastRequest().disconnected());
    }

    private static String chunk(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
    }

    private static void assertWhole(Exchange exchange, String text) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(text);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.FINISH_REASON))
                .isEqualTo("stop");
    }

    private static FastRouterStreamException broken(Exchange exchange) {
        FastRouterStreamException failure = exchange.getException(FastRouterStreamException.class);
        assertThat(failure).as("failure of " + exchange.getException()).isNotNull();
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_CATEGORY)).isEqualTo("STREAM");
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_CODE)).isEqualTo(failure.getCode());
        return failure;
    }

    @ParameterizedTest
    @EnumSource(LineEnding.class)
    void lineEndings_ofAllKinds_areRead(LineEnding ending) {
        assertWhole(
                ask(Reply.stream("Grüße ", "an 🐪 ", "alle")
                        .lineEnding(ending)
                        .multiLineData()
                        .comments()),
                "Grüße an 🐪 alle");
    }

    @Test
    void bytes_cutInsideCharactersAndFrames_areJoined() {
        assertWhole(ask(Reply.stream("Grüße ", "an 🐪").splitUtf8()), "Grüße an 🐪");
        assertWhole(ask(Reply.stream("Grüße ", "an 🐪").splitFrames().bom()), "Grüße an 🐪");
        assertWhole(ask(Reply.stream("Grüße ", "an 🐪").gzip()), "Grüße an 🐪");
    }

    @Test
    void doneMissing_afterAFinishReason_isAWholeAnswer() {
        assertWhole(ask(Reply.stream("Good ", "day").withoutDone()), "Good day");
    }

    @Test
    void connectionHeldOpen_afterDone_isLeft() {
        assertWhole(ask(Reply.stream("Good ", "day").holdOpenAfterDone()), "Good day");

        assertGatewayIsLeft();
    }

    @Test
    void end_withoutFinishReason_isATruncatedStream() {
        FastRouterStreamException failure =
                broken(ask(Reply.stream("Good ", "day").withoutFinish()));

        assertThat(failure.getCode()).isEqualTo("stream_truncated");
        assertThat(failure.getPartialText()).isEqualTo("Good day");
        assertThat(failure.getReceived()).isEqualTo(3);
        assertThat(failure.getMessage()).contains("3 chunks").doesNotContain("Good");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void halfFrame_atTheEnd_isATruncatedStream() {
        FastRouterStreamException failure =
                broken(ask(Reply.stream("Good ", "day").halfFrame()));

        assertThat(failure.getCode()).isEqualTo("stream_truncated");
        assertThat(failure.getPartialText()).isEqualTo("Good ");
    }

    @Test
    void connectionReset_inTheMiddle_isAStreamFailureWithItsReason() {
        FastRouterStreamException failure = broken(ask(Reply.stream("Good ", "day", " to you all")
                .packetDelay(Duration.ofMillis(50))
                .resetAfter(700)));

        assertThat(failure.getReason()).isInstanceOfSatisfying(FastRouterTransientException.class, reason -> {
            assertThat(reason.getCode()).isEqualTo("connection_lost");
            assertThat(failure.getCause()).isSameAs(reason.getCause());
        });
        assertThat(failure.getPartialText()).startsWith("Good");
    }

    @Test
    void errorEvent_afterText_isAStreamFailureWithTheTypedReason() {
        FastRouterStreamException failure =
                broken(ask(Reply.stream("Good ", "day").errorEvent(ERROR_EVENT)));

        assertThat(failure.getPartialText()).isEqualTo("Good day");
        assertThat(failure.getStatus()).isEqualTo(502);
        assertThat(failure.getReason())
                .isInstanceOfSatisfying(
                        FastRouterTransientException.class,
                        reason -> assertThat(reason.getMessage()).contains("upstream lost"));
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        HttpOperationFailedException.class,
                        cause -> assertThat(cause.getStatusCode()).isEqualTo(502));
        assertThat(failure.getSuppressed()).containsExactly(failure.getReason());
    }

    @Test
    void errorEvent_onAnOpenConnection_closesIt() {
        broken(ask(Reply.sse(chunk("Good day"), ERROR_EVENT, chunk("more")).stallAfter(ERROR_EVENT.length() + 120)));

        assertGatewayIsLeft();
    }

    @Test
    void finishReasonError_withoutErrorObject_isAFailure() {
        FastRouterStreamException failure =
                broken(ask(Reply.stream("Good ", "day").finishReason("error")));

        assertThat(failure.getCode()).isEqualTo("finish_reason_error");
        assertThat(failure.getReason()).isInstanceOf(FastRouterTransientException.class);
    }

    @Test
    void chunkThatIsNoJson_inTheMiddle_failsTheStreamWithoutShowingIt() {
        FastRouterStreamException failure = broken(ask(Reply.sse(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Good \"}}]}", "{\"choices\":[{\"secret")));

        assertThat(failure.getCode()).isEqualTo("invalid_response");
        assertThat(failure).hasMessageNotContaining("secret");
    }

    @Test
    void silence_longerThanTheIdleTimeout_breaksTheStream() {
        FastRouterStreamException failure = broken(
                ask("direct:impatient", Reply.stream("Good ", "day", " to you").stallAfter(600)));

        assertThat(failure.getReason()).isInstanceOf(FastRouterTransientException.class);
        assertGatewayIsLeft();
    }

    @Test
    void pausesShorterThanTheIdleTimeout_doNotBreakTheStream() {
        ChatReply paced = Reply.stream("Good ", "day ", "to ", "you ", "all");

        assertWhole(ask(paced.packetDelay(Duration.ofMillis(150))), "Good day to you all");
    }

    @Test
    void eventStream_thatBreaksOff_saysSoAndThenThrows() {
        gateway().onChat().reply(Reply.stream("Good ", "day").errorEvent(ERROR_EVENT));

        Exchange exchange = send("direct:sse", "Hi");

        assertThat(exchange.getException())
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(FastRouterStreamException.class);
        assertThat(exchange.getProperty("text").toString())
                .contains("\"day\"")
                .contains("data: {\"error\":{\"message\":\"The answer broke off\"")
                .doesNotContain("[DONE]")
                .doesNotContain("upstream lost")
                .endsWith("\n\n");
    }

    @Test
    void splitter_ofABrokenStream_getsEveryPieceAndFails() throws Exception {
        gateway().onChat().reply(Reply.stream("Good ", "day").errorEvent(ERROR_EVENT));
        MockEndpoint pieces = getMockEndpoint("mock:pieces");
        pieces.expectedBodiesReceived("Good ", "day");

        Exchange exchange = send("direct:split", "Hi");

        pieces.assertIsSatisfied();
        assertThat(broken(exchange).getPartialText()).isEqualTo("Good day");
    }

    @Test
    void failure_readAgain_isThrownAgain() {
        Exchange exchange = ask(Reply.stream("Good ", "day").withoutFinish());

        Iterator<?> iterator = exchange.getProperty("iterator", Iterator.class);
        assertThatThrownBy(iterator::next).hasRootCauseInstanceOf(FastRouterStreamException.class);
    }

    @Test
    void brokenStream_inARouteThatRedeliversTransientFailures_isNotRedelivered() {
        gateway().onChat().always(Reply.stream("Good ", "day").errorEvent(ERROR_EVENT));

        Exchange exchange = send("direct:guarded", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("broken");
        assertThat(gateway().requestCount()).isEqualTo(1);
    }
}
