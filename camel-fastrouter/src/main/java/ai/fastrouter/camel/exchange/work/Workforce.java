package ai.fastrouter.camel.exchange.work;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short tasks on as few threads as will do, since waking a thread costs more than such a task: one for each core. If tasks turn
 * out to wait, more come: up to the usual size after {@value #LATE_MILLIS} ms, and beyond it when nothing has moved for
 * {@value #STALLED_MILLIS} ms. The latter is what keeps routes going whose threads all wait for an answer that must be taken from
 * this very queue.
 *
 * <p>Thread-safe. Tasks begin in the order in which they came.
 */
public final class Workforce implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Workforce.class);

    private static final long LATE_MILLIS = 5;
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
    private static final long STALLED_MILLIS = 100;
    private static final long LOOK_MILLIS = 5;

    private record Waiting(Runnable task, long since) {}

    private final Executor pool;
    private final ScheduledExecutorService timer;
    private final int fewest;
    private final int usual;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger working = new AtomicInteger();
    /** Whether a thread is on its way that has not looked into the queue. */
    private final AtomicBoolean coming = new AtomicBoolean();

    private final AtomicBoolean watched = new AtomicBoolean();
    private volatile long lastTaken = System.nanoTime();

    /**
     * @param pool  where the threads come from; has no limit of its own
     * @param timer looks after tasks that wait
     * @param cores how many threads there are when no task waits
     * @param size  how many there are usually at most
     */
    public Workforce(Executor pool, ScheduledExecutorService timer, int cores, int size) {
        this.pool = pool;
        this.timer = timer;
        this.usual = size;
        this.fewest = Math.min(cores, size);
    }

    /** @throws RejectedExecutionException if the pool takes no more work; the task then does not run */
    @Override
    public void execute(Runnable task) {
        long now = System.nanoTime();
        Waiting waiting = new Waiting(task, now);
        queue.add(waiting);
        try {
            call(now - lastTaken > LATE_NANOS ? usual : fewest);
        } catch (RejectedExecutionException e) {
            if (queue.remove(waiting)) {
                throw e;
            }
        }
        watch();
    }

    /** Runs on the caller's thread what has not begun, also after a task that throws; for after the pool's end. */
    public void drain() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            try {
                next.task.run();
            } catch (RuntimeException e) {
                LOG.warn("A task failed after its threads had ended", e);
            }
        }
    }

    /**
     * Has one more thread come, unless one is on its way or enough are there. Whoever comes looks into the queue after it has said
     * that it is there, and whoever leaves looks again after it has said so: no task is overlooked.
     */
    private void call(int enough) {
        while (working.get() < enough && coming.compareAndSet(false, true)) {
            if (working.get() < enough) {
                come();
                return;
            }
            coming.set(false);
        }
    }

    private void come() {
        working.incrementAndGet();
        try {
            pool.execute(this::work);
        } catch (RuntimeException | Error e) {
            working.decrementAndGet();
            coming.set(false);
            throw new RejectedExecutionException("No thread can be had", e);
        }
    }

    private void work() {
        coming.set(false);
        try {
            for (Waiting next = take(); next != null; next = take()) {
                next.task.run();
                // as pools do it: an interrupt meant for one task does not reach the next
                Thread.interrupted();
            }
        } finally {
            leave();
        }
    }

    private Waiting take() {
        Waiting next = queue.poll();
        if (next != null) {
            long now = System.nanoTime();
            lastTaken = now;
            if (!queue.isEmpty()) {
                callQuietly(now - next.since > LATE_NANOS ? usual : fewest);
            }
        }
        return next;
    }

    private void leave() {
        working.decrementAndGet();
        if (!queue.isEmpty()) {
            callQuietly(fewest);
        }
    }

    private void callQuietly(int enough) {
        try {
            call(enough);
        } catch (RejectedExecutionException e) {
            // the pool is at its end: what waits must end all the same
            drain();
        }
    }

    private void watch() {
        if (working.get() >= fewest && !watched.get() && !queue.isEmpty() && watched.compareAndSet(false, true)) {
            lookLater();
        }
    }

    private void lookLater() {
        try {
            timer.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            watched.set(false);
        }
    }

    private void look() {
        Waiting first = queue.peek();
        if (first == null) {
            watched.set(false);
            watch();
            return;
        }
        long now = System.nanoTime();
        if (now - lastTaken > TimeUnit.MILLISECONDS.toNanos(STALLED_MILLIS)) {
            callQuietly(Integer.MAX_VALUE);
        } else if (now - first.since > LATE_NANOS) {
            callQuietly(usual);
        }
        lookLater();
    }
}
