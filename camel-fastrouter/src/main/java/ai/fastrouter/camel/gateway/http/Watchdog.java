package ai.fastrouter.camel.gateway.http;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls that take too long. One sweep over all calls in flight serves all of their limits, so that a call costs no timer; a
 * limit is therefore met up to {@value #SWEEP_MILLIS} ms late.
 */
final class Watchdog implements AutoCloseable {

    private static final long SWEEP_MILLIS = 50;

    private final CallsInFlight calls;
    private final ScheduledFuture<?> sweeps;

    Watchdog(CallsInFlight calls, ScheduledExecutorService timer) {
        this.calls = calls;
        this.sweeps = timer.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        for (HttpCall call : calls.find(late -> late.isLate(now))) {
            call.expire(now);
        }
    }

    @Override
    public void close() {
        sweeps.cancel(false);
    }
}
