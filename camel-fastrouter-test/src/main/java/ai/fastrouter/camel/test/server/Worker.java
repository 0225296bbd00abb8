package ai.fastrouter.camel.test.server;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Two threads for what takes long, such as listening to audio; they live only while there is work. */
public final class Worker implements AutoCloseable {

    private final DaemonThreads threads;
    private final ThreadPoolExecutor executor;

    /** A worker on daemon threads of that name. */
    public Worker(String name) {
        threads = new DaemonThreads(name);
        executor = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Does it on a thread of its own. */
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        threads.join();
    }
}
