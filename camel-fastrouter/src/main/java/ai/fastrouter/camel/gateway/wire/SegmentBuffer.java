package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in memory, with streams that are sent in between. Not copied when it is done: what was written is what is sent. */
final class SegmentBuffer extends OutputStream {

    private byte[] bytes;
    private int length;
    private List<RequestBody.Segment> segments;

    SegmentBuffer(int expectedSize) {
        bytes = new byte[expectedSize];
    }

    @Override
    public void write(int b) {
        ensure(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Puts a stream after what was written so far. */
    void insert(RequestBody.Segment stream) {
        if (segments == null) {
            segments = new ArrayList<>();
        }
        addBytes();
        segments.add(stream);
        bytes = new byte[256];
        length = 0;
    }

    RequestBody toBody() {
        if (segments == null) {
            return RequestBody.of("application/json", ByteBuffer.wrap(bytes, 0, length));
        }
        addBytes();
        return new RequestBody("application/json", List.copyOf(segments));
    }

    private void addBytes() {
        if (length > 0) {
            segments.add(new RequestBody.Bytes(ByteBuffer.wrap(bytes, 0, length)));
        }
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
