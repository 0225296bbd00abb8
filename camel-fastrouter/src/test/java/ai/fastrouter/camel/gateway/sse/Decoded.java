package ai.fastrouter.camel.gateway.sse;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes bytes in given pieces and copies what comes out. Spoils each piece after it was taken, as a socket's buffer is. */
class Decoded implements SseHandler {

    /** A copied event. */
    record Event(String data, String type, String id, boolean done, boolean unfinished) {}

    final List<Event> events = new ArrayList<>();
    final SseDecoder decoder;

    Decoded(int maxEventSize) {
        decoder = new SseDecoder(maxEventSize);
    }

    /** Everything in one piece. */
    static Decoded of(String stream) throws FastRouterException {
        return split(stream.getBytes(StandardCharsets.UTF_8));
    }

    /** @param cuts where one piece ends and the next begins, ascending */
    static Decoded split(byte[] stream, int... cuts) throws FastRouterException {
        Decoded decoded = new Decoded(1 << 20);
        int from = 0;
        for (int cut : cuts) {
            decoded.feed(stream, from, cut);
            from = cut;
        }
        decoded.feed(stream, from, stream.length);
        decoded.decoder.end(decoded);
        return decoded;
    }

    static Decoded inPieces(byte[] stream, int size) throws FastRouterException {
        int[] cuts = new int[(stream.length - 1) / size];
        Arrays.setAll(cuts, i -> (i + 1) * size);
        return split(stream, cuts);
    }

    void feed(byte[] stream, int from, int to) throws FastRouterException {
        byte[] piece = new byte[to - from + 3];
        System.arraycopy(stream, from, piece, 3, to - from);
        feed(ByteBuffer.wrap(piece, 3, to - from));
        Arrays.fill(piece, (byte) '#');
    }

    void feed(ByteBuffer piece) throws FastRouterException {
        decoder.decode(piece, this);
        if (piece.hasRemaining()) {
            throw new AssertionError("left " + piece.remaining() + " bytes");
        }
    }

    @Override
    public void onEvent(SseEvent event) throws FastRouterException {
        events.add(new Event(event.text(), event.type(), event.id(), event.isDone(), false));
    }

    @Override
    public void onUnfinished(SseEvent event) {
        events.add(new Event(event.text(), event.type(), event.id(), event.isDone(), true));
    }

    List<String> data() {
        return events.stream().map(Event::data).toList();
    }
}
