package ai.fastrouter.camel.gateway.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** Encodes a stream of known length as base64 while it is read. Fails if the stream turns out shorter. */
final class Base64Stream extends InputStream {

    /** A multiple of 3, so that only the last block is padded. */
    private static final int BLOCK = 12 * 1024;

    private final InputStream source;
    private long remaining;
    private byte[] raw;
    private byte[] encoded = new byte[0];
    private int position;
    private int limit;

    Base64Stream(InputStream source, long length) {
        this.source = source;
        this.remaining = length;
        this.raw = new byte[(int) Math.min(BLOCK, length)];
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[position++] : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(encoded, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        if (remaining == 0) {
            return false;
        }
        int wanted = (int) Math.min(BLOCK, remaining);
        if (source.readNBytes(raw, 0, wanted) < wanted) {
            throw new EOFException("The content is shorter than it was when the request was made");
        }
        remaining -= wanted;
        // the last block is shorter, and the encoder takes whole arrays only
        raw = wanted == raw.length ? raw : Arrays.copyOf(raw, wanted);
        limit = (wanted + 2) / 3 * 4;
        encoded = encoded.length >= limit ? encoded : new byte[limit];
        Base64.getEncoder().encode(raw, encoded);
        position = 0;
        return true;
    }
}
