package ai.fastrouter.camel.gateway.sse;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/**
 * Turns the bytes of a stream of server-sent events into events, in whatever pieces the bytes come. Follows the WHATWG rules:
 * lines end with LF, CR LF or CR; comments and unknown fields are skipped; a first byte order mark is skipped; one blank after
 * the colon is; several data lines are one event. Knows nothing of I/O, threads and JSON.
 *
 * <p>One departure: an event whose lines are whole but whose blank line is missing at the end of the stream is delivered, not
 * dropped, since servers forget it and each chunk is one line. So is {@code [DONE]} without any line end.
 *
 * <p>An event that lies within one piece is delivered in place, without a copy. Not thread-safe. Of no more use after it threw.
 */
public final class SseDecoder {

    private static final int PIECE = 8 * 1024;

    private final int maxEventSize;
    private final SseEvent event = new SseEvent();
    /** A line of which only the beginning has arrived. */
    private ByteRun line = new ByteRun();
    /** Data of the current event that can't stay where it arrived. */
    private ByteRun held = new ByteRun();

    private byte[] piece;
    private boolean firstLine = true;
    private boolean afterCr;
    private long retryMillis = -1;

    /**
     * @param maxEventSize the longest line and the longest data of one event, in bytes. More throws a failure with the code
     *                     {@code response_too_large}
     */
    public SseDecoder(int maxEventSize) {
        this.maxEventSize = maxEventSize;
    }

    /** Takes all bytes of the buffer, and calls the handler for each event they complete. */
    public void decode(ByteBuffer in, SseHandler handler) throws FastRouterException {
        if (in.hasArray()) {
            int from = in.arrayOffset() + in.position();
            int to = in.arrayOffset() + in.limit();
            in.position(in.limit());
            decode(in.array(), from, to, handler);
            return;
        }
        piece = piece == null ? new byte[PIECE] : piece;
        while (in.hasRemaining()) {
            int count = Math.min(in.remaining(), PIECE);
            in.get(piece, 0, count);
            decode(piece, 0, count, handler);
        }
    }

    /** The stream has ended: delivers what is left, if anything. */
    public void end(SseHandler handler) throws FastRouterException {
        int start = firstLine ? SseLine.afterByteOrderMark(line.array(), 0, line.length()) : 0;
        boolean cut = SseLine.isData(line.array(), start, line.length());
        if (cut) {
            addData(line.array(), SseLine.dataStart(line.array(), start, line.length()), line.length());
        }
        line.clear();
        if (event.isPresent() && cut && !event.isDone()) {
            handler.onUnfinished(event);
        } else if (event.isPresent()) {
            handler.onEvent(event);
        }
        event.clear();
    }

    /** The last {@code retry} of the stream so far, in milliseconds; -1 when there was none. */
    public long retryMillis() {
        return retryMillis;
    }

    private void decode(byte[] bytes, int from, int to, SseHandler handler) throws FastRouterException {
        int start = from;
        while (start < to) {
            if (afterCr && bytes[start] == '\n') {
                start++;
                afterCr = false;
                continue;
            }
            int end = SseLine.lineEnd(bytes, start, to);
            checkSize(line.length() + (long) end - start);
            if (end == to) {
                line.append(bytes, start, end - start);
                afterCr = false;
                break;
            }
            if (line.length() == 0) {
                takeLine(bytes, start, end, handler);
            } else {
                line.append(bytes, start, end - start);
                takeLine(line.array(), 0, line.length(), handler);
                releaseLine();
            }
            afterCr = bytes[end] == '\r';
            start = end + 1;
        }
        if (event.isPresent() && event.array() != held.array()) {
            hold(); // the caller uses its bytes again
        }
    }

    private void takeLine(byte[] bytes, int from, int to, SseHandler handler) throws FastRouterException {
        int start = from;
        if (firstLine) {
            firstLine = false;
            start = SseLine.afterByteOrderMark(bytes, from, to);
        }
        if (start == to) {
            if (event.isPresent()) {
                handler.onEvent(event);
            }
            event.clear();
        } else if (SseLine.isData(bytes, start, to)) {
            addData(bytes, SseLine.dataStart(bytes, start, to), to);
        } else {
            takeField(bytes, start, to);
        }
    }

    private void takeField(byte[] bytes, int from, int to) throws FastRouterException {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = colon == to ? to : SseLine.valueStart(bytes, colon + 1, to);
        if (SseLine.isNamed("event", bytes, from, colon)) {
            event.typeField().set(bytes, value, to);
        } else if (SseLine.isNamed("id", bytes, from, colon)) {
            takeId(bytes, value, to);
        } else if (SseLine.isNamed("retry", bytes, from, colon)) {
            takeRetry(bytes, value, to);
        } else if (SseLine.isNamed("data", bytes, from, colon)) {
            addData(bytes, to, to); // a field without a colon has an empty value
        }
    }

    private void takeId(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return; // such an id is to be ignored
            }
        }
        event.idField().set(bytes, from, to);
    }

    private void takeRetry(byte[] bytes, int from, int to) {
        long millis = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9' || i - from >= 12) {
                return; // only digits count
            }
            millis = millis * 10 + bytes[i] - '0';
        }
        retryMillis = from < to ? millis : retryMillis;
    }

    private void addData(byte[] bytes, int from, int to) throws FastRouterException {
        if (!event.isPresent()) {
            event.set(bytes, from, to - from);
            return;
        }
        checkSize(event.length() + 1L + to - from);
        if (event.array() != held.array()) {
            hold();
        }
        int offset = event.offset();
        held.append((byte) '\n');
        held.append(bytes, from, to - from);
        event.set(held.array(), offset, held.length() - offset);
    }

    private void hold() {
        held.clear();
        held.append(event.array(), event.offset(), event.length());
        event.set(held.array(), 0, held.length());
    }

    /** Gives the line's bytes free for the next one. If the event's data lies in them, the two runs change places. */
    private void releaseLine() {
        if (event.isPresent() && event.array() == line.array()) {
            ByteRun released = held;
            held = line;
            line = released;
        }
        line.clear();
    }

    private void checkSize(long size) throws FastRouterException {
        if (size > maxEventSize) {
            throw new FastRouterException(
                    "A server-sent event is larger than maxResponseSize=" + maxEventSize
                            + " bytes; raise this option to accept it",
                    ErrorDetails.ofCode("response_too_large"),
                    null);
        }
    }
}
