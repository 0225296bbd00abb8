package ai.fastrouter.camel.gateway.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The value of a short field. Makes a string only when asked, and again only when the value changes. */
final class FieldValue {

    private byte[] bytes = {};
    private int length;
    private boolean set;
    private String text;

    void set(byte[] array, int from, int to) {
        set = to > from;
        if (set && !Arrays.equals(bytes, 0, length, array, from, to)) {
            length = to - from;
            bytes = length <= bytes.length ? bytes : new byte[length];
            System.arraycopy(array, from, bytes, 0, length);
            text = null;
        }
    }

    /** Null when not set. */
    String text() {
        if (set && text == null) {
            text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
        return set ? text : null;
    }

    void clear() {
        set = false;
    }
}
