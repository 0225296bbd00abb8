package ai.fastrouter.camel.test.audio.flac;

import ai.fastrouter.camel.test.audio.codec.CutException;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks bits, highest first, and keeps both checksums over all bytes since {@link #resetCrc}. */
final class BitReader {

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int limit;
    private int position;
    private long pending;
    private int pendingBits;
    private int crc8;
    private int crc16;

    BitReader(InputStream in) {
        this.in = in;
    }

    /** Up to 32 bits, unsigned; 0 bits are 0. */
    long get(int bits) throws IOException {
        while (pendingBits < bits) {
            load();
        }
        pendingBits -= bits;
        return pending >> pendingBits & (1L << bits) - 1;
    }

    /** Up to 32 bits as a number with sign. */
    int getSigned(int bits) throws IOException {
        int shift = 64 - bits;
        return bits == 0 ? 0 : (int) (get(bits) << shift >> shift);
    }

    /** Counts zeros up to the next one. */
    int getUnary() throws IOException {
        int zeros = 0;
        while (get(1) == 0) {
            zeros++;
        }
        return zeros;
    }

    void skipBytes(long bytes) throws IOException {
        for (long i = 0; i < bytes; i++) {
            get(8);
        }
    }

    void align() {
        pendingBits -= pendingBits % 8;
    }

    boolean atEnd() throws IOException {
        return pendingBits == 0 && !fill();
    }

    void resetCrc() {
        crc8 = 0;
        crc16 = 0;
    }

    int crc8() {
        return crc8;
    }

    int crc16() {
        return crc16;
    }

    private void load() throws IOException {
        if (!fill()) {
            throw new CutException("end of bits");
        }
        int value = buffer[position++] & 0xFF;
        pending = pending << 8 | value;
        pendingBits += 8;
        crc8 = Crc.next8(crc8, value);
        crc16 = Crc.next16(crc16, value);
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return position < limit;
    }
}
