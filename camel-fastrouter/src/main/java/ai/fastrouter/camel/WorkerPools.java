package ai.fastrouter.camel;

import ai.fastrouter.camel.exchange.work.Workforce;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.concurrent.ThreadType;

/**
 * The threads on which routes go on: few for whole answers, and one for each open stream, because reading a stream makes its thread
 * wait. All come from Camel, and so are virtual where Camel's threads are.
 */
final class WorkerPools {

    private final FastRouterComponent component;
    private ExecutorService replyThreads;
    private ScheduledExecutorService timer;
    private Workforce replies;
    private ExecutorService streams;

    WorkerPools(FastRouterComponent component) {
        this.component = component;
    }

    synchronized Executor replies() {
        if (component.getWorkerPool() != null) {
            return component.getWorkerPool();
        }
        if (replies == null) {
            replyThreads = manager().newCachedThreadPool(component, "FastRouterWorker");
            timer = manager().newSingleThreadScheduledExecutor(component, "FastRouterWorkerWatch");
            int size = component.getWorkerPoolSize();
            // virtual threads cost nothing to wake and need no limit
            boolean virtual = ThreadType.current() == ThreadType.VIRTUAL;
            replies = virtual
                    ? new Workforce(replyThreads, timer, Integer.MAX_VALUE, Integer.MAX_VALUE)
                    : new Workforce(replyThreads, timer, Runtime.getRuntime().availableProcessors(), size);
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

    /** What has not begun is done by the caller: an exchange that waits here has ended and must not be forgotten. */
    synchronized void close() {
        if (replies != null) {
            manager().shutdownNow(timer);
            manager().shutdownNow(replyThreads);
            replies.drain();
            replies = null;
        }
        if (streams != null) {
            manager().shutdownNow(streams).forEach(Runnable::run);
            streams = null;
        }
    }

    private ExecutorServiceManager manager() {
        return component.getCamelContext().getExecutorServiceManager();
    }
}
