package ai.fastrouter.camel.test.audio.pcm;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A soft tone of 400 Hz for as long as wanted, too quiet to be taken for speech. */
public final class Hum implements Iterator<byte[]> {

    private static final int PERIOD = 60;
    private static final int PEAK = 500;
    private static final int PERIODS_PER_BLOCK = 128;
    private static final byte[] BLOCK = block();

    private long left;

    /** Makes this many bytes of 24 kHz samples. */
    public Hum(long bytes) {
        this.left = bytes;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    /** The block is shared: to be read, not to be changed. */
    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] block = left >= BLOCK.length ? BLOCK : Arrays.copyOf(BLOCK, (int) left);
        left -= block.length;
        return block;
    }

    private static byte[] block() {
        byte[] block = new byte[PERIOD * PERIODS_PER_BLOCK * Short.BYTES];
        for (int i = 0; i < block.length; i += Short.BYTES) {
            double turns = (double) (i / Short.BYTES) / PERIOD;
            int sample = (int) Math.round(PEAK * Math.sin(2 * Math.PI * turns));
            block[i] = (byte) sample;
            block[i + 1] = (byte) (sample >> 8);
        }
        return block;
    }
}
