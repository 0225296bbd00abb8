package ai.fastrouter.camel.gateway.http.request;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * Writes a stream that may block. A worker thread opens it and fills two buffers in turn, the I/O thread empties them;
 * the worker is only busy while a buffer is free.
 */
final class SourceWriter implements SegmentWriter {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final RequestBody.Source segment;
    private final BodyReading with;
    private final ArrayDeque<ByteBuffer> empty = new ArrayDeque<>(2);
    private final ArrayDeque<ByteBuffer> full = new ArrayDeque<>(2);
    private InputStream stream;
    private UnreadableBodyException failure;
    private long unread;
    private long unwritten;
    private boolean started;
    private boolean reading;
    private boolean closed;

    SourceWriter(RequestBody.Source segment, BodyReading with) {
        this.segment = segment;
        this.with = with;
        this.unread = segment.length();
        this.unwritten = segment.length();
    }

    @Override
    public long write(DataStreamChannel channel) throws IOException {
        ByteBuffer buffer;
        synchronized (this) {
            if (failure != null) {
                throw failure;
            }
            if (!started) {
                started = true;
                int size = (int) Math.min(BUFFER_SIZE, segment.length());
                empty.add(ByteBuffer.allocate(size));
                if (segment.length() > size) {
                    empty.add(ByteBuffer.allocate(size));
                }
            }
            buffer = full.peek();
        }
        int written = 0;
        if (buffer != null) {
            written = channel.write(buffer);
            unwritten -= written;
        }
        synchronized (this) {
            if (buffer != null && !buffer.hasRemaining()) {
                empty.add(full.poll().clear());
            }
            readOn(channel);
        }
        return written;
    }

    /**
     * Sees to it that a worker reads if there is something to read and a buffer to read into. Under this object's lock.
     */
    private void readOn(DataStreamChannel channel) throws UnreadableBodyException {
        if (reading || closed || unread == 0 || empty.isEmpty()) {
            return;
        }
        reading = true;
        try {
            with.readers().execute(() -> read(channel));
        } catch (RejectedExecutionException e) {
            reading = false;
            throw new UnreadableBodyException("No thread was left to read the body: the client is closed", e);
        }
    }

    private void read(DataStreamChannel channel) {
        try {
            for (ByteBuffer buffer = next(); buffer != null; buffer = next()) {
                fill(buffer);
                channel.requestOutput();
            }
        } catch (Throwable e) {
            UnreadableBodyException cause = e instanceof UnreadableBodyException known
                    ? known
                    : new UnreadableBodyException("The body's stream could not be read", e);
            synchronized (this) {
                reading = false;
                failure = cause;
            }
            channel.requestOutput();
        }
    }

    private synchronized ByteBuffer next() {
        ByteBuffer buffer = closed || unread == 0 ? null : empty.poll();
        reading = buffer != null;
        return buffer;
    }

    private void fill(ByteBuffer buffer) throws IOException {
        InputStream in = opened();
        int read = readSome(in, buffer.array(), (int) Math.min(buffer.capacity(), unread));
        if (read == 0) {
            throw wrongLength("ended after " + (segment.length() - unread));
        }
        if (read == unread && in.read() != -1) {
            throw wrongLength("goes on after that");
        }
        buffer.limit(read);
        synchronized (this) {
            unread -= read;
            full.add(buffer);
        }
    }

    /**
     * Reads on while that does not block: large pieces of a quick stream, small ones of a slow one, which may be live.
     */
    private int readSome(InputStream in, byte[] bytes, int wanted) throws IOException {
        int read = 0;
        while (read < wanted) {
            if (isClosed()) {
                throw new IOException("The call has ended");
            }
            int n = in.read(bytes, read, wanted - read);
            if (n < 0) {
                break;
            }
            read += n;
            if (in.available() <= 0) {
                break;
            }
        }
        return read;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private InputStream opened() throws IOException {
        synchronized (this) {
            if (stream != null) {
                return stream;
            }
        }
        InputStream opened = segment.opener().open();
        boolean tooLate;
        synchronized (this) {
            stream = opened;
            tooLate = closed;
        }
        if (tooLate) {
            opened.close();
            throw new IOException("The call has ended");
        }
        return opened;
    }

    private UnreadableBodyException wrongLength(String what) {
        return new UnreadableBodyException(
                "The body's stream has not the length it was said to have, " + segment.length() + " bytes: it " + what,
                null);
    }

    @Override
    public boolean isDone() {
        return unwritten == 0;
    }

    @Override
    public synchronized boolean isReady() {
        return !started || !full.isEmpty() || failure != null;
    }

    /** Closes the stream on a thread that may block, also under a read that hangs: nothing else would wake it. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (stream == null) {
                return;
            }
        }
        try {
            with.closers().execute(this::closeStream);
        } catch (RejectedExecutionException e) {
            closeStream();
        }
    }

    private void closeStream() {
        try {
            stream.close();
        } catch (IOException | RuntimeException e) {
            // it was read to its end, or its call has failed for a better reason
        }
    }
}
