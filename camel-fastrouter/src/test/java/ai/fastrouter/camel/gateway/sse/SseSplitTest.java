package ai.fastrouter.camel.gateway.sse;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a stream is cut into pieces, the same events come out. */
class SseSplitTest {

    private static final String MIXED = "\uFEFF: hello\r\n\r\n"
            + "event: message\rid: 1\rdata: {\"text\":\"Grüße, 世界 🌍\"}\r\r"
            + "data: first\ndata\ndata:third 🎧\n\n"
            + "retry: 20\r\ndata:" + "long ".repeat(20) + "\r\n\r\n"
            + ":\n\ndata: \n\nid\nunknown\ndata: [DONE]\n\n";

    static List<byte[]> streams() {
        return List.of(
                MIXED.getBytes(StandardCharsets.UTF_8),
                (MIXED + "data: left over").getBytes(StandardCharsets.UTF_8),
                (MIXED + "data: left over\r").getBytes(StandardCharsets.UTF_8),
                (MIXED + "data: one\ndata: 世").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void decode_mixedStream_givesTheseEvents() throws Exception {
        assertThat(Decoded.of(MIXED).events)
                .containsExactly(
                        new Decoded.Event("{\"text\":\"Grüße, 世界 🌍\"}", "message", "1", false, false),
                        new Decoded.Event("first\n\nthird 🎧", null, "1", false, false),
                        new Decoded.Event("long ".repeat(20), null, "1", false, false),
                        new Decoded.Event("", null, "1", false, false),
                        new Decoded.Event("[DONE]", null, null, true, false));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void decode_cutAnywhereOnceOrTwice_givesTheSameEvents(byte[] stream) throws Exception {
        List<Decoded.Event> whole = Decoded.split(stream).events;
        for (int first = 0; first <= stream.length; first++) {
            assertThat(Decoded.split(stream, first).events)
                    .as("cut at %d", first)
                    .isEqualTo(whole);
            for (int second = first; second <= stream.length; second++) {
                if (!Decoded.split(stream, first, second).events.equals(whole)) {
                    assertThat(Decoded.split(stream, first, second).events)
                            .as("cut at %d and %d", first, second)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 64})
    void decode_piecesOfOneSize_givesTheSameEvents(int size) throws Exception {
        for (byte[] stream : streams()) {
            assertThat(Decoded.inPieces(stream, size).events).isEqualTo(Decoded.split(stream).events);
        }
    }

    @Test
    void decode_directAndReadOnlyBuffers_giveTheSameEvents() throws Exception {
        byte[] stream = MIXED.repeat(200).getBytes(StandardCharsets.UTF_8);
        List<Decoded.Event> whole = Decoded.split(stream).events;
        ByteBuffer direct = ByteBuffer.allocateDirect(stream.length).put(stream).flip();
        for (ByteBuffer buffer : List.of(direct, ByteBuffer.wrap(stream).asReadOnlyBuffer())) {
            Decoded decoded = new Decoded(1 << 20);
            decoded.feed(buffer);
            decoded.decoder.end(decoded);
            assertThat(decoded.events).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void decode_randomStreamRandomlyCut_givesWhatWasWritten(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> written = new ArrayList<>();
            byte[] stream = randomStream(random, written).getBytes(StandardCharsets.UTF_8);
            int[] cuts = random.ints(random.nextInt(12), 0, stream.length + 1)
                    .sorted()
                    .toArray();

            assertThat(Decoded.split(stream, cuts).data())
                    .as("seed %d, round %d, cuts %s", seed, round, Arrays.toString(cuts))
                    .isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void decode_randomBytes_failsOnlyForSizeAndAlwaysTheSameWay(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] alphabet = "data: \n\r:[DONE]evntidry\uFEFF0".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] stream = new byte[1 + random.nextInt(300)];
            random.nextBytes(stream);
            for (int i = 0; i < stream.length; i++) {
                // mostly bytes that mean something
                stream[i] = random.nextInt(10) == 0 ? stream[i] : alphabet[(stream[i] & 0xFF) % alphabet.length];
            }
            List<Object> whole = outcome(stream, stream.length);
            assertThat(outcome(stream, 1)).isEqualTo(whole);
            assertThat(outcome(stream, 1 + random.nextInt(40))).isEqualTo(whole);
        }
    }

    /** The events and, if it failed, the failure's code. */
    private static List<Object> outcome(byte[] stream, int pieces) {
        Decoded decoded = new Decoded(40);
        List<Object> outcome = new ArrayList<>();
        try {
            for (int from = 0; from < stream.length; from += pieces) {
                decoded.feed(stream, from, Math.min(stream.length, from + pieces));
            }
            decoded.decoder.end(decoded);
        } catch (FastRouterException e) {
            outcome.add(e.getCode());
        }
        outcome.addAll(decoded.events);
        return outcome;
    }

    private static String randomStream(Random random, List<String> written) {
        StringBuilder stream = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFF" : "");
        String[] ends = {"\n", "\r\n", "\r"};
        String end = ends[random.nextInt(3)];
        String[] texts = {"", "a", "{\"k\":\"v\"}", "é世🌍", ": x", "x".repeat(500), "data: no"};
        for (int event = random.nextInt(8); event >= 0; event--) {
            if (random.nextInt(3) == 0) {
                stream.append(": note ").append(random.nextInt()).append(end);
            }
            List<String> lines = new ArrayList<>();
            for (int line = random.nextInt(3); line >= 0; line--) {
                String text = texts[random.nextInt(texts.length)];
                lines.add(text);
                stream.append("data: ").append(text).append(end);
                stream.append(random.nextInt(4) == 0 ? "event: e" + end : "");
            }
            written.add(String.join("\n", lines));
            stream.append(end);
        }
        return stream.toString();
    }
}
