package ai.fastrouter.camel.gateway.http.request;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Writes bytes from memory, straight from their buffer. */
final class BytesWriter implements SegmentWriter {

    private final ByteBuffer bytes;

    BytesWriter(RequestBody.Bytes segment) {
        bytes = segment.buffer().duplicate();
    }

    @Override
    public long write(DataStreamChannel channel) throws IOException {
        return channel.write(bytes);
    }

    @Override
    public boolean isDone() {
        return !bytes.hasRemaining();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
