package ai.fastrouter.camel.job.poll;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timer on one thread of Camel's. */
public final class ScheduledTimer implements JobTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledTimer.class);

    private final ScheduledExecutorService thread;

    /** @param thread has one thread only */
    public ScheduledTimer(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    @Override
    public boolean run(Runnable task) {
        try {
            thread.execute(guarded(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void runIn(long millis, Runnable task) {
        try {
            thread.schedule(guarded(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("A task came after the timer was stopped");
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("A task of the job timer failed", e);
            }
        };
    }
}
