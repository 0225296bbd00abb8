package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings batches of chunks from I/O threads to one reader. Bounded by demand: for what the reader has taken, as much is asked for
 * again. Thread-safe; only the reader waits.
 */
public final class ChunkPipe {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Batch> batches = new ArrayDeque<>(4);
    private final BodyFlow flow;
    private final long patience;
    private FastRouterException failure;
    /** The reader took all there was. Only the reader looks at it. */
    private boolean drained;

    private boolean ended;
    private boolean closed;

    /**
     * @param flow     asked for more when a batch is taken
     * @param patience how long the reader waits for a batch at most, in milliseconds; 0 without limit
     */
    ChunkPipe(BodyFlow flow, long patience) {
        this.flow = flow;
        this.patience = patience;
    }

    /** A pipe that holds a whole answer already. */
    static ChunkPipe of(Batch batch) {
        ChunkPipe pipe = new ChunkPipe(bytes -> {}, 0);
        pipe.add(batch);
        pipe.end();
        return pipe;
    }

    /** Drops it if the reader has left. */
    void add(Batch batch) {
        lock.lock();
        try {
            if (!closed) {
                batches.add(batch);
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The answer has ended as it must. */
    void end() {
        lock.lock();
        try {
            ended = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. The reader gets what there is, and then the failure. Ignored after the end. */
    public void fail(FastRouterException reason) {
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

    /** The reader leaves. */
    void close() {
        lock.lock();
        try {
            closed = true;
            batches.clear();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next batch; waits for it.
     *
     * @return null at the end
     * @throws FastRouterException   if the answer broke off
     * @throws IllegalStateException if the stream was closed meanwhile
     * @throws InterruptedException  if the thread was interrupted while it waited
     */
    Batch take() throws FastRouterException, InterruptedException {
        Batch batch;
        if (drained) {
            // who fills it may be about to: letting it go first costs less than being woken for each batch
            Thread.yield();
        }
        lock.lock();
        try {
            batch = await();
        } finally {
            lock.unlock();
        }
        if (batch != null && batch.bytes() > 0) {
            flow.request(batch.bytes());
        }
        return batch;
    }

    private Batch await() throws FastRouterException, InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(patience);
        while (true) {
            if (closed) {
                throw LiveAnswer.closedException();
            }
            Batch batch = batches.poll();
            if (batch != null) {
                drained = batches.isEmpty();
                return batch;
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return null;
            }
            if (patience == 0) {
                arrived.await();
            } else if (left <= 0) {
                // the transport's own timeout comes first; this only makes sure that nobody waits for ever
                throw StreamFailures.notReported(patience);
            } else {
                left = arrived.awaitNanos(left);
            }
        }
    }
}
