package ai.fastrouter.camel.gateway.http;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls that take too long. One sweep over all calls in flight serves all of their limits, so that a call costs no
 * timer; a limit is therefore met up to {@value #SWEEP_MILLIS} ms late. Sleeps while there are no calls.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long SWEEP_MILLIS = 50;
    private static final long EVICT_MILLIS = 5_000;

    private final CallsInFlight calls;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> evictions;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param evict closes connections that have been idle for too long
     */
    Watchdog(CallsInFlight calls, Runnable evict, ScheduledExecutorService timer) {
        this.calls = calls;
        this.timer = timer;
        this.evictions =
                timer.scheduleWithFixedDelay(guarded(evict), EVICT_MILLIS, EVICT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A call was added. */
    void wake() {
        if (!awake.get() && awake.compareAndSet(false, true)) {
            next();
        }
    }

    private void next() {
        try {
            timer.schedule(this::round, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            if (!closed) {
                LOG.warn("HTTP calls are not watched any more: their limits don't hold", e);
            }
        }
    }

    private void round() {
        guarded(this::sweep).run();
        if (!calls.isEmpty()) {
            next();
            return;
        }
        awake.set(false);
        if (!calls.isEmpty()) {
            // added between the look and the falling asleep
            wake();
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        for (HttpCall call : calls.find(each -> each.isLate(now))) {
            call.expire(now);
        }
    }

    /** A timer drops a task that throws, and without the watchdog calls would hang. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.warn("Looking after HTTP calls failed and goes on", e);
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        evictions.cancel(false);
    }
}
