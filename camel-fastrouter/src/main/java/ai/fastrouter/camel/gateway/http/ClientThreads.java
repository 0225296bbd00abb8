package ai.fastrouter.camel.gateway.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads of a client apart from its I/O threads, from Camel's manager. */
final class ClientThreads implements AutoCloseable {

    /** Beginning a connection is quick unless a name server is slow. */
    private static final int CONNECTING = 8;

    /** Enough to keep streams flowing: a thread reads one only while there is room for what it reads. */
    private static final int READING = 32;

    private static final int CLOSING = 4;

    private final ExecutorServiceManager manager;
    private final ExecutorService connecting;
    private final ExecutorService reading;
    private final ExecutorService closing;
    private final ScheduledExecutorService timer;

    ClientThreads(ExecutorServiceManager manager, Object owner) {
        this.manager = manager;
        connecting = pool(owner, "FastRouterConnect", CONNECTING);
        reading = pool(owner, "FastRouterUpload", READING);
        closing = pool(owner, "FastRouterClose", CLOSING);
        timer = manager.newSingleThreadScheduledExecutor(owner, "FastRouterWatchdog");
    }

    /** As many threads as are needed up to a limit; further tasks wait. */
    private ExecutorService pool(Object owner, String name, int threads) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        // Camel makes a queue without room of a size below 1
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(10L);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return manager.newThreadPool(owner, name, profile);
    }

    /** Looks names up and begins connections. */
    ExecutorService connecting() {
        return connecting;
    }

    /** Reads request bodies that may block. */
    ExecutorService reading() {
        return reading;
    }

    /** Closes what request bodies are read from. */
    ExecutorService closing() {
        return closing;
    }

    /** Runs the watchdog. */
    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() {
        manager.shutdownNow(timer);
        manager.shutdownNow(connecting);
        manager.shutdownNow(reading);
        manager.shutdownNow(closing);
    }
}
