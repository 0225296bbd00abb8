package ai.fastrouter.camel.chat;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Waits for gateways that keep the connection open after the end of an answer. One for each component. Thread-safe. */
public final class StreamEnds {

    private static final long GRACE_MILLIS = 500;

    private final Supplier<CamelContext> context;
    private ScheduledExecutorService timer;
    private boolean open;

    public StreamEnds(Supplier<CamelContext> context) {
        this.context = context;
    }

    /** From now on there may be a grace. */
    public synchronized void open() {
        open = true;
    }

    /** Does something after the grace, for gateways that keep a connection open for no reason. Most don't. */
    synchronized void afterGrace(Runnable action) {
        if (!open) {
            action.run();
            return;
        }
        if (timer == null) {
            timer = context.get()
                    .getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "FastRouterStreamEnd");
        }
        try {
            timer.schedule(action, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
        }
    }

    /** There is no grace any more. */
    public synchronized void close() {
        open = false;
        if (timer != null) {
            context.get().getExecutorServiceManager().shutdownNow(timer);
            timer = null;
        }
    }
}
