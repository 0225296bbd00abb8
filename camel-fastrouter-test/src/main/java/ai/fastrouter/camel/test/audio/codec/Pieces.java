package ai.fastrouter.camel.test.audio.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Cuts a stream into pieces of equal size; the last one may be shorter. Reads one piece ahead. */
public final class Pieces implements Iterator<byte[]> {

    private final InputStream audio;
    private final int size;
    private byte[] piece;

    /** Reads the first piece at once. */
    public Pieces(InputStream audio, int size) {
        this.audio = audio;
        this.size = size;
        this.piece = read();
    }

    @Override
    public boolean hasNext() {
        return piece.length > 0;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] current = piece;
        piece = read();
        return current;
    }

    private byte[] read() {
        try {
            return audio.readNBytes(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
