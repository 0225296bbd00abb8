package ai.fastrouter.camel.test.audio.flac;

import java.util.Arrays;

/** Packs bits, highest first, and keeps both checksums over all bytes so far. */
final class BitWriter {

    private byte[] bytes = new byte[16_384];
    private int count;
    private long pending;
    private int pendingBits;
    private int crc8;
    private int crc16;

    /** Writes the lowest {@code bits} of the value, up to 32. */
    void put(long value, int bits) {
        pending = pending << bits | value & (1L << bits) - 1;
        pendingBits += bits;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            append((int) (pending >> pendingBits) & 0xFF);
        }
    }

    /** Writes so many zeros and a one. */
    void putUnary(int zeros) {
        int left = zeros;
        for (; left >= 32; left -= 32) {
            put(0, 32);
        }
        put(1, left + 1);
    }

    /** Fills the last byte with zeros. */
    void align() {
        put(0, 8 - pendingBits & 7);
    }

    void putCrc8() {
        put(crc8, 8);
    }

    void putCrc16() {
        put(crc16, 16);
    }

    /** The whole bytes so far; empties the writer. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, count);
        count = 0;
        crc8 = 0;
        crc16 = 0;
        return taken;
    }

    private void append(int value) {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, count * 2);
        }
        bytes[count++] = (byte) value;
        crc8 = Crc.next8(crc8, value);
        crc16 = Crc.next16(crc16, value);
    }
}
