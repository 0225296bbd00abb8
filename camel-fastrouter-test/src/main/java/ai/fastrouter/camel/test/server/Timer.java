package ai.fastrouter.camel.test.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that does small things later. */
public final class Timer implements AutoCloseable {

    private final DaemonThreads threads;
    private final ScheduledThreadPoolExecutor executor;

    /** A timer on a daemon thread of that name. */
    public Timer(String name) {
        threads = new DaemonThreads(name);
        executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Does it after that time; never once closed. */
    public Future<?> after(Duration delay, Runnable task) {
        return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        threads.join();
    }
}
