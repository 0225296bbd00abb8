package ai.fastrouter.camel.test.audio.codec;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A header block and then the blocks of a body. */
public final class Joined implements Iterator<byte[]> {

    private final Iterator<byte[]> body;
    private byte[] header;

    /** Gives the header first. */
    public Joined(byte[] header, Iterator<byte[]> body) {
        this.header = header;
        this.body = body;
    }

    @Override
    public boolean hasNext() {
        return header != null || body.hasNext();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (header == null) {
            return body.next();
        }
        byte[] first = header;
        header = null;
        return first;
    }
}
