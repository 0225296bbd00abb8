package ai.fastrouter.camel;

import java.util.concurrent.ExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads on which routes go on. Two pools, because reading a stream makes its thread wait: a fixed one for whole answers, and
 * one that grows with the open streams. Both come from Camel, and so are virtual where Camel's threads are.
 */
final class WorkerPools {

    private final FastRouterComponent component;
    private ExecutorService replies;
    private ExecutorService streams;

    WorkerPools(FastRouterComponent component) {
        this.component = component;
    }

    synchronized ExecutorService replies() {
        if (component.getWorkerPool() != null) {
            return component.getWorkerPool();
        }
        if (replies == null) {
            replies = manager().newThreadPool(component, "FastRouterWorker", profile(component.getWorkerPoolSize()));
        }
        return replies;
    }

    synchronized ExecutorService streams() {
        if (component.getWorkerPool() != null) {
            return component.getWorkerPool();
        }
        if (streams == null) {
            streams = manager().newCachedThreadPool(component, "FastRouterStream");
        }
        return streams;
    }

    synchronized void close() {
        if (replies != null) {
            manager().shutdownNow(replies);
            replies = null;
        }
        if (streams != null) {
            manager().shutdownNow(streams);
            streams = null;
        }
    }

    /** The queue has no limit of its own: it never holds more than there are exchanges in flight. */
    private static ThreadPoolProfile profile(int size) {
        ThreadPoolProfile profile = new ThreadPoolProfile("FastRouterWorker");
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        // Camel makes a queue without room of a size below 1
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(60L);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    private ExecutorServiceManager manager() {
        return component.getCamelContext().getExecutorServiceManager();
    }
}
