package ai.fastrouter.camel.test.audio.codec;

import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/** Reads blocks one after another as a stream; holds one block at a time. */
public final class BlockStream extends InputStream {

    private final Iterator<byte[]> blocks;
    private byte[] block = new byte[0];
    private int position;

    /** Takes over the blocks; nothing is asked for before the first read. */
    public BlockStream(Iterator<byte[]> blocks) {
        this.blocks = blocks;
    }

    @Override
    public int read() {
        return fill() ? block[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return block.length - position;
    }

    private boolean fill() {
        while (position == block.length) {
            if (!blocks.hasNext()) {
                return false;
            }
            block = blocks.next();
            position = 0;
        }
        return true;
    }
}
