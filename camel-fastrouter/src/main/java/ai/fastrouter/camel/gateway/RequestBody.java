package ai.fastrouter.camel.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A request body that can be sent more than once, in segments.
 *
 * @param contentType the value of the Content-Type header
 * @param segments    what is sent, in order
 */
public record RequestBody(String contentType, List<Segment> segments) {

    /** A body in memory. The buffer's content from position to limit is sent; the buffer itself is not moved. */
    public static RequestBody of(String contentType, ByteBuffer bytes) {
        return new RequestBody(contentType, List.of(new Bytes(bytes)));
    }

    /** The length in bytes: the sum of the segments' lengths. */
    public long length() {
        long sum = 0;
        for (Segment segment : segments) {
            sum += segment.length();
        }
        return sum;
    }

    /** A run of bytes of known length. */
    public sealed interface Segment permits Bytes, FilePart, Source {
        /** The length in bytes, exact. */
        long length();
    }

    /** Bytes in memory. */
    public record Bytes(ByteBuffer buffer) implements Segment {
        @Override
        public long length() {
            return buffer.remaining();
        }
    }

    /** A whole file, sent straight from its channel. */
    public record FilePart(Path path, long length) implements Segment {}

    /**
     * A stream of known length that is opened anew for each sending, and closed after it. Opening and reading happen on a worker
     * thread if the stream may block.
     */
    public record Source(Opener opener, long length) implements Segment {}

    /** Opens a stream from its beginning. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
