package ai.fastrouter.camel.gateway.http.request;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Sends one request body, segment after segment. Used by the I/O thread only, and once. */
public final class BodySender implements AutoCloseable {

    /** After so many bytes other connections of the same I/O thread have their turn. */
    private static final long TURN = 1024 * 1024;

    private final Iterator<RequestBody.Segment> segments;
    private final BodyReading reading;
    private SegmentWriter current;

    public BodySender(RequestBody body, BodyReading reading) {
        this.segments = body.segments().iterator();
        this.reading = reading;
    }

    /**
     * Writes as much as the socket takes now.
     *
     * @return how many bytes were written
     * @throws UnreadableBodyException if the body can't be read; any other failure is the connection's
     */
    public long write(DataStreamChannel channel) throws IOException {
        long total = 0;
        while (total < TURN && advance()) {
            long written = current.write(channel);
            total += written;
            if (written == 0) {
                break;
            }
        }
        advance();
        return total;
    }

    /** Whether all is written. */
    public boolean isDone() {
        return current == null && !segments.hasNext();
    }

    /** Whether bytes are there to be written now. */
    public boolean isReady() {
        return current == null || current.isReady();
    }

    /** Goes to the next segment that is not done. Returns false if there is none. */
    private boolean advance() {
        while (current == null || current.isDone()) {
            close();
            if (!segments.hasNext()) {
                return false;
            }
            current = writer(segments.next());
        }
        return true;
    }

    private SegmentWriter writer(RequestBody.Segment segment) {
        if (segment instanceof RequestBody.Bytes bytes) {
            return new BytesWriter(bytes);
        }
        if (segment instanceof RequestBody.FilePart file) {
            return new FileWriter(file, reading.buffers());
        }
        return new SourceWriter((RequestBody.Source) segment, reading);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
