package ai.fastrouter.camel.exchange.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.ExchangeFailure;
import ai.fastrouter.camel.exchange.lifetime.ExchangeLease;
import ai.fastrouter.camel.exchange.lifetime.StreamOwner;
import ai.fastrouter.camel.gateway.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A body that is read while it arrives. Ends with -1 only if all has arrived; a stream that was cut ends with an
 * {@code IOException} whose cause is a {@code FastRouterStreamException}. Closing it early gives the call up. Reading after it
 * was closed throws.
 *
 * <p>It is a {@link StreamCache} only to tell Camel's stream caching, which would otherwise read it to its end first, that there
 * is nothing to do. It caches nothing: {@link #reset()} has no effect, and there is no {@link #copy}, so that only one reader can
 * have it. Not thread-safe, except for {@link #close()}.
 */
public final class LiveStream extends InputStream implements StreamCache {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int WRITE_AT_MOST = 64 * 1024;

    private final BytePipe pipe;
    private final Call call;
    private final long length;
    private ByteBuffer batch = NOTHING;
    private long position;
    private boolean atEnd;
    private StreamOwner owner;
    private volatile boolean closed;

    /**
     * @param pipe   what is written here is read there
     * @param call   given up when this is closed before its end
     * @param length the announced length in bytes; less than 1 when unknown
     */
    public LiveStream(BytePipe pipe, Call call, long length) {
        this.pipe = pipe;
        this.call = call;
        this.length = Math.max(0, length);
    }

    /** Closes this when the exchange is done, or whichever exchange it is handed over to. */
    public void closeWith(Exchange exchange) {
        new ExchangeLease(toCaller -> close()).hold(exchange);
    }

    /** If reading fails, the exchange, or whichever exchange it is handed over to, gets the properties of the failure. */
    public void describeFailureOn(Exchange exchange) {
        owner = new StreamOwner(exchange);
    }

    @Override
    public int read() throws IOException {
        return fill() ? batch.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(count, batch.remaining());
        batch.get(target, offset, taken);
        return taken;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long total = 0;
        while (fill()) {
            int count = Math.min(WRITE_AT_MOST, batch.remaining());
            out.write(batch.array(), batch.arrayOffset() + batch.position(), count);
            batch.position(batch.position() + count);
            total += count;
        }
        return total;
    }

    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("The stream is closed. It is closed with its exchange unless autoCloseStream=false");
        }
        if (!batch.hasRemaining() && !atEnd) {
            position += batch.position();
            ByteBuffer used = batch == NOTHING ? null : batch;
            batch = NOTHING;
            ByteBuffer taken = take(used);
            atEnd = taken == null;
            batch = atEnd ? NOTHING : taken;
        }
        return !atEnd;
    }

    private ByteBuffer take(ByteBuffer used) throws IOException {
        try {
            return pipe.take(used);
        } catch (IOException e) {
            Exchange holder = owner == null ? null : owner.exchange();
            if (holder != null && e.getCause() instanceof FastRouterException failure) {
                ExchangeFailure.describe(holder, failure);
            }
            throw e;
        }
    }

    @Override
    public int available() {
        return closed ? 0 : batch.remaining() + pipe.available();
    }

    /** Closes the stream. If it has not been read to its end, the gateway's connection is closed. From any thread. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pipe.close();
            call.cancel();
        }
    }

    /** Nothing to go back to: no effect. */
    @Override
    public void reset() {
        // Camel calls this before each step of a route: the reader goes on where it was
    }

    /** Writes what is left. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    /** Always null: there is one reader. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return null;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    /** The announced length in bytes; 0 when it is not known. */
    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return position + batch.position();
    }

    /** Without content. */
    @Override
    public String toString() {
        return "LiveStream[at " + position() + "]";
    }
}
