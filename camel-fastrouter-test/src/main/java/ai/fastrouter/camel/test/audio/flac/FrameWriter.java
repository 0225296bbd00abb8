package ai.fastrouter.camel.test.audio.flac;

import ai.fastrouter.camel.test.audio.tone.ToneSignal;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The samples of an utterance as FLAC frames of a fixed block size; only the last frame is shorter (RFC 9639, section 9). */
final class FrameWriter implements Iterator<byte[]> {

    static final int BLOCK = 4096;

    /** Sync code, and the bit that says that all blocks have the same size. */
    private static final int SYNC = 0xFFF8;

    private static final int BLOCK_4096 = 12;
    private static final int BLOCK_IN_16_BITS = 7;
    private static final int RATE_24_KHZ = 7;
    private static final int MONO = 0;
    private static final int BITS_16 = 4;

    private final ToneSignal signal;
    private final short[] samples = new short[BLOCK];
    private final BitWriter bits = new BitWriter();
    private final SubframeWriter subframe = new SubframeWriter(bits);
    private long left;
    private int number;

    FrameWriter(Utterance utterance) {
        this.signal = new ToneSignal(utterance);
        this.left = utterance.samples();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public byte[] next() {
        int count = signal.read(samples);
        if (count == 0) {
            throw new NoSuchElementException();
        }
        left -= count;
        header(count);
        subframe.write(samples, count);
        bits.align();
        bits.putCrc16();
        return bits.take();
    }

    private void header(int count) {
        bits.put(SYNC, 16);
        bits.put(count == BLOCK ? BLOCK_4096 : BLOCK_IN_16_BITS, 4);
        bits.put(RATE_24_KHZ, 4);
        bits.put(MONO, 4);
        bits.put(BITS_16, 3);
        bits.put(0, 1);
        putNumber(number++);
        if (count != BLOCK) {
            bits.put(count - 1, 16);
        }
        bits.putCrc8();
    }

    /** In the manner of UTF-8, but for up to 31 bits. */
    private void putNumber(int value) {
        if (value < 0x80) {
            bits.put(value, 8);
            return;
        }
        int following = 1;
        while (value >= 1 << 6 + 5 * following) {
            following++;
        }
        int mark = 0xFF << 7 - following & 0xFF;
        bits.put(mark | value >> 6 * following, 8);
        for (int i = following - 1; i >= 0; i--) {
            bits.put(0x80 | value >> 6 * i & 0x3F, 8);
        }
    }
}
