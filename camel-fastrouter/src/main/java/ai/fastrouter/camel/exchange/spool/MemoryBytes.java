package ai.fastrouter.camel.exchange.spool;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes in memory, in blocks that are never copied once they are written. Not thread-safe. */
final class MemoryBytes {

    private static final int FIRST_BLOCK = 8 * 1024;
    private static final int LARGEST_BLOCK = 64 * 1024;

    private final List<ByteBuffer> blocks = new ArrayList<>(4);
    private ByteBuffer last;
    private int nextSize;

    /** @param expected how many bytes are expected; 0 or less when unknown */
    MemoryBytes(long expected) {
        this.nextSize = expected > 0 ? (int) Math.min(expected, LARGEST_BLOCK) : FIRST_BLOCK;
    }

    void append(ByteBuffer data) {
        while (data.hasRemaining()) {
            if (last == null || !last.hasRemaining()) {
                last = ByteBuffer.allocate(nextSize);
                blocks.add(last);
                nextSize = Math.min(2 * nextSize, LARGEST_BLOCK);
            }
            int count = Math.min(data.remaining(), last.remaining());
            last.put(last.position(), data, data.position(), count);
            last.position(last.position() + count);
            data.position(data.position() + count);
        }
    }

    void writeTo(SpoolFile file) throws IOException {
        for (ByteBuffer block : blocks) {
            file.append(block.duplicate().flip());
        }
    }

    InputStream open() {
        List<InputStream> streams = new ArrayList<>(blocks.size());
        for (ByteBuffer block : blocks) {
            streams.add(new ByteArrayInputStream(block.array(), 0, block.position()));
        }
        return streams.size() == 1 ? streams.get(0) : new SequenceInputStream(Collections.enumeration(streams));
    }

    void addTo(List<RequestBody.Segment> segments) {
        for (ByteBuffer block : blocks) {
            segments.add(new RequestBody.Bytes(block.duplicate().flip()));
        }
    }
}
