package ai.fastrouter.camel.test.audio.tone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The frame around a text: three bytes of length (big-endian), one check byte over the length, the text in UTF-8, four bytes
 * of CRC-32 over the text. {@link #add} takes it apart again, byte by byte.
 */
public final class Message {

    /** What {@link #add} answers. */
    public enum State {
        /** More bytes are needed. */
        OPEN,
        /** The text is complete and its checksum right. */
        DONE,
        /** These bytes are no message. */
        BROKEN
    }

    static final int MAX_BYTES = 1 << 20;
    private static final int HEAD = 4;
    private static final int CRC = 4;
    private static final int FIRST_CAPACITY = 256;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int count;
    private int length;

    static byte[] frame(byte[] utf8) {
        CRC32 crc = new CRC32();
        crc.update(utf8);
        return ByteBuffer.allocate(HEAD + utf8.length + CRC)
                .putInt(utf8.length << 8 | check(utf8.length))
                .put(utf8)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Takes the next byte. After DONE or BROKEN a new message needs a new object. */
    public State add(int value) {
        if (count == bytes.length) {
            // grows with what really arrived, not with what the length claims
            bytes = Arrays.copyOf(bytes, count * 2);
        }
        bytes[count++] = (byte) value;
        if (count < HEAD) {
            return State.OPEN;
        }
        if (count == HEAD) {
            int head = ByteBuffer.wrap(bytes).getInt();
            length = head >>> 8;
            boolean sound = length > 0 && length <= MAX_BYTES && (head & 0xFF) == check(length);
            return sound ? State.OPEN : State.BROKEN;
        }
        if (count < HEAD + length + CRC) {
            return State.OPEN;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, HEAD, length);
        return ByteBuffer.wrap(bytes).getInt(HEAD + length) == (int) crc.getValue() ? State.DONE : State.BROKEN;
    }

    /** The text, once {@link #add} said DONE. */
    public String text() {
        return new String(bytes, HEAD, length, StandardCharsets.UTF_8);
    }

    private static int check(int length) {
        return (length ^ length >>> 8 ^ length >>> 16 ^ 0xA5) & 0xFF;
    }
}
