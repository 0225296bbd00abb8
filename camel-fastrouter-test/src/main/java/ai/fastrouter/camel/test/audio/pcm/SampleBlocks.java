package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.tone.ToneSignal;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The samples of an utterance as little-endian bytes, a tenth of a second in each block. */
final class SampleBlocks implements Iterator<byte[]> {

    private final ToneSignal signal;
    private final short[] samples = new short[Utterance.RATE / 10];
    private long left;

    SampleBlocks(Utterance utterance) {
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
        ByteBuffer block = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        block.asShortBuffer().put(samples, 0, count);
        return block.array();
    }
}
