package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;

/** The streams of one endpoint that routes have not read to their end, so that a stopping route gives them up. Thread-safe. */
final class OpenStreams {

    /** How long a gateway may keep a connection open after the end of an answer. */
    private static final long GRACE_MILLIS = 500;

    private final CamelContext context;
    private final Set<StreamedAnswer> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService timer;

    OpenStreams(CamelContext context) {
        this.context = context;
    }

    void add(StreamedAnswer answer) {
        open.add(answer);
    }

    void remove(StreamedAnswer answer) {
        open.remove(answer);
    }

    /** Does something after the grace, for gateways that keep a connection open for no reason. Most don't. */
    synchronized void afterGrace(Runnable action) {
        if (timer == null) {
            timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "FastRouterStreamEnd");
        }
        try {
            timer.schedule(action, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
        }
    }

    void stop() {
        for (StreamedAnswer answer : open) {
            answer.abort(FastRouterException.cancelled(
                    "The route was stopped while the answer was read", ErrorDetails.ofCode("route_stopped")));
        }
        synchronized (this) {
            if (timer != null) {
                context.getExecutorServiceManager().shutdownNow(timer);
                timer = null;
            }
        }
    }
}
