package ai.fastrouter.camel.chat.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Server-sent events as bytes, ready for a browser. */
final class Frames {

    private static final byte[] FIELD = "data: ".getBytes(StandardCharsets.US_ASCII);
    static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[512];
    private int length;

    /** Adds an event; data of several lines becomes several fields again. */
    void add(byte[] data, int offset, int count) {
        append(FIELD, 0, FIELD.length);
        int from = offset;
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            if (data[i] == '\n') {
                append(data, from, i + 1 - from);
                append(FIELD, 0, FIELD.length);
                from = i + 1;
            }
        }
        append(data, from, end - from);
        append('\n');
        append('\n');
    }

    /** The bytes from index 0; may be longer than they are. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void append(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    private void append(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
