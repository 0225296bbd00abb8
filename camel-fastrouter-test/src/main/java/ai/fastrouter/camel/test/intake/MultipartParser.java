package ai.fastrouter.camel.test.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a multipart body while it arrives. Used by one thread. */
public final class MultipartParser {

    private static final int HEADER_LIMIT = 16 * 1024;

    private enum State {
        PREAMBLE,
        AFTER_DELIMITER,
        HEADERS,
        CONTENT,
        EPILOGUE,
        BROKEN
    }

    private final byte[] delimiter;
    private final int keep;
    private final List<ReceivedPart> parts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private State state = State.PREAMBLE;
    // The delimiter's line break is optional before the first part, so it counts as seen.
    private int matched = 2;
    private ReceivedPart part;
    private String problem;

    private MultipartParser(String boundary, int keep) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.keep = keep;
    }

    /** A parser for the content type, {@code null} when it is not multipart. Keeps so many bytes of each part in memory. */
    public static MultipartParser of(String contentType, int keep) {
        if (contentType == null || !contentType.regionMatches(true, 0, "multipart/", 0, 10)) {
            return null;
        }
        Map<String, String> parameters = HeaderValue.parameters(contentType);
        MultipartParser parser = new MultipartParser(parameters.getOrDefault("boundary", ""), keep);
        if (parameters.getOrDefault("boundary", "").isEmpty()) {
            parser.fail("the content type has no boundary");
        }
        return parser;
    }

    /** Takes all that remains in the buffer. */
    public void feed(ByteBuffer src) throws IOException {
        while (src.hasRemaining() && state != State.EPILOGUE && state != State.BROKEN) {
            switch (state) {
                case PREAMBLE, CONTENT -> content(src);
                case AFTER_DELIMITER -> afterDelimiter((char) (src.get() & 0xff));
                default -> header((char) (src.get() & 0xff));
            }
        }
        src.position(src.limit());
    }

    private void content(ByteBuffer src) throws IOException {
        while (src.hasRemaining()) {
            byte b = src.get(src.position());
            if (b == delimiter[matched]) {
                src.get();
                if (++matched == delimiter.length) {
                    state = State.AFTER_DELIMITER;
                    line.setLength(0);
                    return;
                }
            } else if (matched > 0) {
                emit(ByteBuffer.wrap(delimiter, 0, matched));
                matched = 0;
            } else {
                plain(src);
            }
        }
    }

    /** Hands on what lies before the next byte that could begin a delimiter. */
    private void plain(ByteBuffer src) throws IOException {
        int end = src.position() + 1;
        while (end < src.limit() && src.get(end) != '\r') {
            end++;
        }
        ByteBuffer block = src.duplicate();
        block.limit(end);
        emit(block);
        src.position(end);
    }

    private void emit(ByteBuffer block) throws IOException {
        if (state == State.CONTENT) {
            part.write(block);
        }
    }

    private void afterDelimiter(char c) {
        if (c != '\n') {
            line.append(c);
            if (line.toString().equals("--")) {
                state = State.EPILOGUE;
                finishPart();
            } else if (line.length() > 80) {
                fail("a boundary line goes on after the boundary");
            }
            return;
        }
        if (!line.toString().isBlank()) {
            fail("a boundary line goes on after the boundary");
            return;
        }
        finishPart();
        line.setLength(0);
        state = State.HEADERS;
    }

    private void header(char c) {
        line.append(c);
        int length = line.length();
        if (length > HEADER_LIMIT) {
            fail("the headers of a part are too long");
        } else if (length == 2 && line.charAt(0) == '\r' && c == '\n' || endsWithEmptyLine()) {
            part = ReceivedPart.of(
                    HeaderValue.headers(
                            new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)),
                    keep);
            matched = 0;
            state = State.CONTENT;
        }
    }

    private boolean endsWithEmptyLine() {
        int n = line.length();
        return n >= 4 && line.charAt(n - 1) == '\n' && line.charAt(n - 2) == '\r' && line.charAt(n - 3) == '\n';
    }

    private void finishPart() {
        if (part != null) {
            parts.add(part);
            part = null;
        }
    }

    private void fail(String what) {
        problem = what;
        state = State.BROKEN;
    }

    /** The parts that are whole. Ask when the body has ended. */
    public List<ReceivedPart> end() {
        if (state != State.EPILOGUE && problem == null) {
            problem = "the body ends before its closing boundary";
        }
        return parts;
    }

    /** What is wrong with the body, {@code null} when nothing is. Ask when the body has ended. */
    public String problem() {
        return problem;
    }

    /** Deletes what was put on disk. */
    public void discard() {
        parts.forEach(ReceivedPart::discard);
        if (part != null) {
            part.discard();
        }
    }
}
