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

    private final ExecutorServiceManager manager;
    private final ExecutorService connecting;
    private final ExecutorService reading;
    private final ScheduledExecutorService timer;

    ClientThreads(ExecutorServiceManager manager, Object owner) {
        this.manager = manager;
        ThreadPoolProfile profile = new ThreadPoolProfile("FastRouterConnect");
        profile.setPoolSize(CONNECTING);
        profile.setMaxPoolSize(CONNECTING);
        // Camel makes a queue without room of a size below 1
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(10L);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        connecting = manager.newThreadPool(owner, "FastRouterConnect", profile);
        reading = manager.newCachedThreadPool(owner, "FastRouterUpload");
        timer = manager.newSingleThreadScheduledExecutor(owner, "FastRouterWatchdog");
    }

    /** Looks names up and begins connections. */
    ExecutorService connecting() {
        return connecting;
    }

    /** Reads request bodies that may block. */
    ExecutorService reading() {
        return reading;
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
    }
}
