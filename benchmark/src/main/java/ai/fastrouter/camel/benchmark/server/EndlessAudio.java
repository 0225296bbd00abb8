package ai.fastrouter.camel.benchmark.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** The same block of bytes over and over, up to a length: audio that costs its maker nothing. */
final class EndlessAudio implements AsyncEntityProducer {

    private static final ByteBuffer BLOCK = ByteBuffer.allocateDirect(256 * 1024);

    private final long length;
    private long sent;
    private final ByteBuffer block = BLOCK.duplicate();

    EndlessAudio(long length) {
        this.length = length;
        block.limit(0);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        // the client has gone
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public String getContentType() {
        return ContentType.create("audio/wav").toString();
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public int available() {
        return BLOCK.capacity();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        while (sent < length) {
            if (!block.hasRemaining()) {
                block.position(0).limit((int) Math.min(BLOCK.capacity(), length - sent));
            }
            int written = channel.write(block);
            sent += written;
            if (written == 0) {
                return;
            }
        }
        channel.endStream(List.of());
    }

    @Override
    public void releaseResources() {}
}
