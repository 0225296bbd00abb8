package ai.fastrouter.camel.gateway.sse;

import java.nio.charset.StandardCharsets;

/**
 * One server-sent event, seen in place: the decoder uses the same object and the same bytes again. Who wants to keep something of
 * it copies it.
 */
public final class SseEvent {

    private static final byte[] NONE = {};
    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private final FieldValue type = new FieldValue();
    private final FieldValue id = new FieldValue();
    private byte[] array = NONE;
    private int offset;
    private int length;
    private boolean present;

    SseEvent() {}

    /** The array that holds the data, from {@link #offset} on. Not to be changed. */
    public byte[] array() {
        return array;
    }

    /** Where the data begins in {@link #array}. */
    public int offset() {
        return offset;
    }

    /** The length of the data in bytes. Several data lines are joined by a line feed. */
    public int length() {
        return length;
    }

    /** The data as text. Makes a string each time. */
    public String text() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    /** The field {@code event}; null when there was none or an empty one. */
    public String type() {
        return type.text();
    }

    /** The last {@code id} of the stream so far; null when there was none or an empty one. */
    public String id() {
        return id.text();
    }

    /** Whether the data is {@code [DONE]}, by which gateways end a stream of chunks. Blanks after it don't matter. */
    public boolean isDone() {
        if (length < DONE.length || array[offset] != DONE[0]) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (array[offset + i] != (i < DONE.length ? DONE[i] : ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Without the data, which is somebody's text. */
    @Override
    public String toString() {
        return "SseEvent[" + length + " bytes]";
    }

    boolean isPresent() {
        return present;
    }

    void set(byte[] newArray, int newOffset, int newLength) {
        array = newArray;
        offset = newOffset;
        length = newLength;
        present = true;
    }

    FieldValue typeField() {
        return type;
    }

    FieldValue idField() {
        return id;
    }

    void clear() {
        set(NONE, 0, 0);
        present = false;
        type.clear();
    }
}
