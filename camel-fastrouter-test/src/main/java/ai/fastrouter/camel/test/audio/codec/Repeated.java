package ai.fastrouter.camel.test.audio.codec;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/** A known number of blocks, each made from its number, counted from 0. */
public final class Repeated implements Iterator<byte[]> {

    private final long count;
    private final LongFunction<byte[]> block;
    private long number;

    /** Makes the blocks when they are asked for. */
    public Repeated(long count, LongFunction<byte[]> block) {
        this.count = count;
        this.block = block;
    }

    @Override
    public boolean hasNext() {
        return number < count;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return block.apply(number++);
    }
}
