package ai.fastrouter.camel.gateway.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void decode_anyLineEnd_givesTheEvents(String end) throws Exception {
        String stream = ": ping\n\ndata: one\n\ndata: two\ndata: lines\n\ndata: [DONE]\n\n".replace("\n", end);

        assertThat(Decoded.of(stream).data()).containsExactly("one", "two\nlines", "[DONE]");
    }

    @Test
    void decode_byteOrderMark_isSkippedOnceAndOnlyAtTheStart() throws Exception {
        assertThat(Decoded.of("\uFEFFdata: a\n\ndata: \uFEFFb\n\n\uFEFFdata: c\n\n")
                        .data())
                .containsExactly("a", "\uFEFFb");
        assertThat(Decoded.of("\uFEFF\uFEFFdata: a\n\n").data()).isEmpty();
    }

    @Test
    void decode_blankAfterColon_isTakenOffOnce() throws Exception {
        assertThat(Decoded.of("data:a\n\ndata: a\n\ndata:  a\n\ndata:\ta\n\n").data())
                .containsExactly("a", "a", " a", "\ta");
    }

    @Test
    void decode_emptyData_isAnEventWithoutBytes() throws Exception {
        assertThat(Decoded.of("data\n\ndata:\n\ndata: \n\ndata\ndata\n\n").data())
                .containsExactly("", "", "", "\n");
    }

    @Test
    void decode_noData_isNoEvent() throws Exception {
        assertThat(Decoded.of("\n\n\nevent: x\n\n: c\n\nid: 4\n\n").events).isEmpty();
    }

    @Test
    void decode_otherFields_areShownOrSkipped() throws Exception {
        Decoded decoded = Decoded.of(
                "event: delta\nid: 7\nretry: 1500\nfoo: bar\ndatax: n\n Data: n\nDATA: n\ndata: a\n\n"
                        + "data: b\n\nid\nevent:\ndata: c\n\nid: x\0y\nretry: 1x\nretry: -3\nevent: delta\ndata: d\n\n");

        assertThat(decoded.events)
                .containsExactly(
                        new Decoded.Event("a", "delta", "7", false, false),
                        new Decoded.Event("b", null, "7", false, false),
                        new Decoded.Event("c", null, null, false, false),
                        new Decoded.Event("d", "delta", null, false, false));
        assertThat(decoded.decoder.retryMillis()).isEqualTo(1500);
    }

    @Test
    void isDone_onlyForTheTerminator() throws Exception {
        Decoded decoded = Decoded.of(
                "data:[DONE]\n\ndata: [DONE]  \n\ndata: [DONE]x\n\ndata: [DON]\n\ndata: [done]\n\ndata:  [DONE]\n\ndata:\n\n");

        assertThat(decoded.events.stream().map(Decoded.Event::done))
                .containsExactly(true, true, false, false, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: a\n\ndata: b\n",
                "data: a\n\ndata: b\r",
                "data: a\n\ndata: b\n: c",
                "data: a\n\ndata: b\neve"
            })
    void end_blankLineMissing_deliversTheEvent(String stream) throws Exception {
        assertThat(Decoded.of(stream).events)
                .containsExactly(
                        new Decoded.Event("a", null, null, false, false),
                        new Decoded.Event("b", null, null, false, false));
    }

    @Test
    void end_doneWithoutLineEnd_isDone() throws Exception {
        assertThat(Decoded.of("data: [DONE]").events)
                .containsExactly(new Decoded.Event("[DONE]", null, null, true, false));
        assertThat(Decoded.of("\uFEFFdata: [DONE]").events)
                .containsExactly(new Decoded.Event("[DONE]", null, null, true, false));
    }

    @Test
    void end_withinALine_isUnfinished() throws Exception {
        assertThat(Decoded.of("data: a\n\nevent: x\ndata: b\ndata: {\"c").events)
                .containsExactly(
                        new Decoded.Event("a", null, null, false, false),
                        new Decoded.Event("b\n{\"c", "x", null, false, true));
        assertThat(Decoded.of("data: a\n\ndat").data()).containsExactly("a");
    }

    @Test
    void end_nothingLeft_deliversNothing() throws Exception {
        assertThat(Decoded.of("").events).isEmpty();
        assertThat(Decoded.of(": only a comment").events).isEmpty();
    }

    @Test
    void decode_eventOfTheGreatestSize_isDelivered() throws Exception {
        Decoded decoded = new Decoded(100);
        byte[] stream = ("data:" + "x".repeat(95) + "\n\ndata:" + "y".repeat(49) + "\ndata:" + "y".repeat(50) + "\n\n")
                .getBytes(StandardCharsets.US_ASCII);
        decoded.feed(stream, 0, stream.length);

        assertThat(decoded.data()).extracting(String::length).containsExactly(95, 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void decode_lineOrEventTooLarge_namesTheOption(int pieces) {
        for (String stream : new String[] {
            "data:" + "x".repeat(96) + "\n\n",
            ":" + "x".repeat(200),
            "data:" + "y".repeat(50) + "\ndata:" + "y".repeat(50) + "\n\n",
            "data:\n".repeat(200)
        }) {
            Decoded decoded = new Decoded(100);
            byte[] bytes = stream.getBytes(StandardCharsets.US_ASCII);
            FastRouterException failure = catchThrowableOfType(FastRouterException.class, () -> {
                for (int from = 0; from < bytes.length; from += pieces) {
                    decoded.feed(bytes, from, Math.min(bytes.length, from + pieces));
                }
            });

            assertThat(failure).hasMessageContaining("maxResponseSize=100");
            assertThat(failure.getCode()).isEqualTo("response_too_large");
            assertThat(decoded.events).isEmpty();
        }
    }

    @Test
    void decode_handlerThrows_passesItOn() {
        FastRouterException stop = new FastRouterException("stop", ErrorDetails.NONE, null);
        SseDecoder decoder = new SseDecoder(1000);

        FastRouterException thrown = catchThrowableOfType(
                FastRouterException.class,
                () -> decoder.decode(
                        ByteBuffer.wrap("data: a\n\n".getBytes(StandardCharsets.US_ASCII)), new Decoded(10) {
                            @Override
                            public void onEvent(SseEvent event) throws FastRouterException {
                                throw stop;
                            }
                        }));

        assertThat(thrown).isSameAs(stop);
    }

    @Test
    void decode_eventWithinOnePiece_isSeenInPlace() throws Exception {
        byte[] piece = "data: {\"a\":1}\n\n".getBytes(StandardCharsets.US_ASCII);
        AtomicReference<byte[]> seen = new AtomicReference<>();
        new SseDecoder(1000).decode(ByteBuffer.wrap(piece), new Decoded(10) {
            @Override
            public void onEvent(SseEvent event) {
                seen.set(event.array());
                assertThat(event.offset()).isEqualTo(6);
                assertThat(event.length()).isEqualTo(7);
            }
        });

        assertThat(seen.get()).isSameAs(piece);
    }
}
