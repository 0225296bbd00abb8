package ai.fastrouter.camel.gateway.http.response;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyReceiver;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the content encodings gzip (RFC 1952) and deflate (RFC 1950, or bare RFC 1951 as some servers send it) while
 * the body comes in. We ask for none, but servers and what stands before them send them all the same.
 */
public final class Decoder implements AutoCloseable {

    private static final int BUFFER_SIZE = 8192;
    private static final int TRAILER = 8;

    private enum Part {
        HEADER,
        BODY,
        TRAILER,
        /** Between gzip members, where the body may end. */
        AFTER
    }

    private final boolean gzip;
    private final byte[] out = new byte[BUFFER_SIZE];
    private final CRC32 checksum = new CRC32();
    private final byte[] trailer = new byte[TRAILER];
    private GzipHeader header = new GzipHeader();
    private Inflater inflater;
    private Part part = Part.HEADER;
    private int trailerBytes;
    private boolean begun;

    private Decoder(boolean gzip) {
        this.gzip = gzip;
    }

    /**
     * The decoder for a Content-Encoding; null for none.
     *
     * @throws BrokenEncodingException if it is one we can't undo
     */
    public static Decoder of(String encoding) throws BrokenEncodingException {
        if (encoding == null) {
            return null;
        }
        return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> null;
            case "gzip", "x-gzip" -> new Decoder(true);
            case "deflate" -> new Decoder(false);
            default -> throw new BrokenEncodingException("it can't be undone; known are gzip and deflate");
        };
    }

    /** Decodes what came in and hands it on. */
    public void decode(ByteBuffer data, BodyReceiver receiver) throws BrokenEncodingException, FastRouterException {
        try {
            while (data.hasRemaining()) {
                begun = true;
                step(data, receiver);
            }
        } catch (DataFormatException e) {
            throw new BrokenEncodingException("its compressed data is damaged");
        }
    }

    private void step(ByteBuffer data, BodyReceiver receiver)
            throws DataFormatException, BrokenEncodingException, FastRouterException {
        switch (part) {
            case HEADER -> begin(data);
            case BODY -> inflate(data, receiver);
            case TRAILER -> check(data);
            case AFTER -> {
                if (!gzip) {
                    throw new BrokenEncodingException("something follows its compressed data");
                }
                header = new GzipHeader();
                part = Part.HEADER;
            }
        }
    }

    private void begin(ByteBuffer data) throws BrokenEncodingException {
        if (gzip && !header.skip(data)) {
            return;
        }
        if (inflater == null) {
            // the first byte of the zlib format names method 8 in its low half; bare deflate hardly ever begins so
            boolean bare = gzip || (data.get(data.position()) & 0x0f) != 8;
            inflater = new Inflater(bare);
        } else {
            inflater.reset();
        }
        checksum.reset();
        part = Part.BODY;
    }

    private void inflate(ByteBuffer data, BodyReceiver receiver)
            throws DataFormatException, BrokenEncodingException, FastRouterException {
        inflater.setInput(data);
        for (int n = inflater.inflate(out); n > 0; n = inflater.inflate(out)) {
            if (gzip) {
                checksum.update(out, 0, n);
            }
            receiver.onData(ByteBuffer.wrap(out, 0, n));
        }
        if (inflater.needsDictionary()) {
            throw new BrokenEncodingException("it needs a dictionary");
        }
        if (inflater.finished()) {
            trailerBytes = 0;
            part = gzip ? Part.TRAILER : Part.AFTER;
        }
    }

    private void check(ByteBuffer data) throws BrokenEncodingException {
        while (trailerBytes < TRAILER && data.hasRemaining()) {
            trailer[trailerBytes++] = data.get();
        }
        if (trailerBytes == TRAILER) {
            if (number(0) != checksum.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
                throw new BrokenEncodingException("its checksum does not fit");
            }
            part = Part.AFTER;
        }
    }

    private long number(int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | trailer[at + i] & 0xff;
        }
        return value;
    }

    /**
     * The body has ended. One without a single byte passes: it is empty, encoded or not.
     *
     * @throws BrokenEncodingException if the compressed data has not ended
     */
    public void end() throws BrokenEncodingException {
        if (begun && part != Part.AFTER) {
            throw new BrokenEncodingException("its compressed data ends too early");
        }
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
