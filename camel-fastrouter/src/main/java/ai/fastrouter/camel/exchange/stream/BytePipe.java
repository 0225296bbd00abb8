package ai.fastrouter.camel.exchange.stream;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.gateway.BodyFlow;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings bytes from I/O threads to one reader in batches: while the reader works on one, the next is filled, so that a hand-over
 * is paid once for many packets. Bounded by demand: what the reader has taken is asked for again, and no more. Thread-safe; only
 * the reader waits.
 */
public final class BytePipe {

    private static final int BATCH = 64 * 1024;
    private static final int CAPACITY = 4 * BATCH;
    /** Asking wakes the I/O thread, so it is not done for little. */
    private static final int ASKED_AT_LEAST = CAPACITY / 2;

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<ByteBuffer> full = new ArrayDeque<>();
    private ByteBuffer filling;
    /** Batches that were read, to be filled again: never more than the pipe holds. */
    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();

    private BodyFlow flow;
    private int room;
    private long received;
    private boolean ended;
    private boolean closed;
    private IOException failure;

    /** @param patience how long the reader waits at most, in milliseconds; 0 without limit */
    public BytePipe(long patience) {
        this.patience = patience;
    }

    /**
     * Asks a source for as much as there is room for, and goes on doing so while the reader reads. An earlier source has ended by
     * then.
     */
    public void receiveFrom(BodyFlow source) {
        int wanted;
        lock.lock();
        try {
            flow = source;
            // what an earlier source was asked for and did not have is asked for again
            int free = CAPACITY - unread();
            wanted = Math.max(0, free);
            room = Math.min(0, free);
        } finally {
            lock.unlock();
        }
        if (wanted > 0) {
            source.request(wanted);
        }
    }

    /** Takes all bytes of the buffer. Drops them if the reader has left. */
    public void write(ByteBuffer data) {
        lock.lock();
        try {
            received += data.remaining();
            if (closed) {
                data.position(data.limit());
                return;
            }
            while (data.hasRemaining()) {
                copy(data);
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What came from the source and was not written here leaves room for as much. May be negative: what was held back is written
     * after all.
     */
    public void passedOver(int bytes) {
        if (bytes != 0) {
            ask(bytes);
        }
    }

    /** Asks for as much as there is room for, if that is worth it. */
    private void ask(int moreRoom) {
        BodyFlow source;
        int wanted;
        lock.lock();
        try {
            room += moreRoom;
            boolean over = ended || failure != null || closed || flow == null;
            wanted = over || room < ASKED_AT_LEAST ? 0 : room;
            room -= wanted;
            source = flow;
        } finally {
            lock.unlock();
        }
        if (wanted > 0) {
            source.request(wanted);
        }
    }

    private void copy(ByteBuffer data) {
        if (filling == null) {
            filling =
                    spare.isEmpty() ? ByteBuffer.allocate(BATCH) : spare.poll().clear();
        }
        int count = Math.min(data.remaining(), filling.remaining());
        filling.put(filling.position(), data, data.position(), count);
        filling.position(filling.position() + count);
        data.position(data.position() + count);
        if (!filling.hasRemaining()) {
            full.add(filling.flip());
            filling = null;
        }
    }

    /** All has been written. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. The reader gets what there is, and then the failure. */
    public void fail(IOException reason) {
        lock.lock();
        try {
            if (!ended && failure == null) {
                failure = reason;
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes have been written. */
    public long received() {
        lock.lock();
        try {
            return received;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next batch, ready to be read; waits for it. How long is limited by the idle timeout of the source.
     *
     * @param used the batch that was taken before; may be null
     * @return null at the end
     */
    ByteBuffer take(ByteBuffer used) throws IOException {
        ByteBuffer batch;
        // who fills it may be about to: letting it go first costs less than being woken for each batch
        Thread.yield();
        lock.lock();
        try {
            if (used != null && spare.size() < CAPACITY / BATCH) {
                spare.add(used);
            }
            batch = await();
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            ask(batch.remaining());
        }
        return batch;
    }

    private ByteBuffer await() throws IOException {
        long left = TimeUnit.MILLISECONDS.toNanos(patience);
        while (true) {
            if (closed) {
                throw new IOException("The stream is closed");
            }
            if (!full.isEmpty()) {
                return full.poll();
            }
            if (filling != null && filling.position() > 0) {
                ByteBuffer batch = filling.flip();
                filling = null;
                return batch;
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return null;
            }
            try {
                if (patience == 0) {
                    arrived.await();
                } else if (left <= 0) {
                    throw notReported();
                } else {
                    left = arrived.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for audio");
            }
        }
    }

    /** The transport's own timeouts come first; this only makes sure that nobody waits for ever. */
    private IOException notReported() {
        FastRouterStreamException reason = new FastRouterStreamException(
                "Nothing arrived for " + patience + " ms after " + received + " bytes of audio",
                ErrorDetails.ofCode("idle_timeout"),
                null,
                received,
                null);
        failure = new IOException(reason.getMessage(), reason);
        return failure;
    }

    /** How many bytes can be taken without waiting. */
    int available() {
        lock.lock();
        try {
            return unread();
        } finally {
            lock.unlock();
        }
    }

    private int unread() {
        int sum = filling == null ? 0 : filling.position();
        for (ByteBuffer batch : full) {
            sum += batch.remaining();
        }
        return sum;
    }

    /** The reader leaves. What is in the pipe, and what may still come, is dropped. */
    void close() {
        lock.lock();
        try {
            closed = true;
            full.clear();
            filling = null;
            spare.clear();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
