package ai.fastrouter.camel.gateway.http.request;

import java.io.IOException;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Writes one segment of a request body, on the I/O thread, as far as the socket takes it. */
interface SegmentWriter extends AutoCloseable {

    /**
     * Writes on.
     *
     * @return how many bytes were written
     * @throws UnreadableBodyException if the segment can't be read; any other failure is the connection's
     */
    long write(DataStreamChannel channel) throws IOException;

    /** Whether all of it is written. */
    boolean isDone();

    /** Whether bytes are there to be written now. */
    boolean isReady();

    @Override
    void close();
}
