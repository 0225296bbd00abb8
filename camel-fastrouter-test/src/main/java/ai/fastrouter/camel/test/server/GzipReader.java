package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.reply.BodyReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Compresses packet by packet; each can be decompressed when it arrives. */
final class GzipReader implements BodyReader {

    private final BodyReader plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean finished;

    GzipReader(BodyReader plain) throws IOException {
        this.plain = plain;
        this.gzip = new GZIPOutputStream(compressed, true);
    }

    @Override
    public ByteBuffer next() throws IOException {
        if (finished) {
            return null;
        }
        ByteBuffer packet = plain.next();
        if (packet == null) {
            gzip.finish();
            finished = true;
        } else {
            byte[] block = new byte[packet.remaining()];
            packet.get(block);
            gzip.write(block);
            gzip.flush();
        }
        ByteBuffer result = ByteBuffer.wrap(compressed.toByteArray());
        compressed.reset();
        return result;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
