package ai.fastrouter.camel.exchange.observe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one component. Thread-safe; what one listener throws reaches neither the call nor the others. */
public final class CallListeners implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallListeners.class);

    private final List<CallListener> all = new CopyOnWriteArrayList<>();

    /** Adds a listener. It hears of calls that begin from now on. */
    public void add(CallListener listener) {
        all.add(listener);
    }

    /** Removes a listener. */
    public void remove(CallListener listener) {
        all.remove(listener);
    }

    /** Whether nobody listens, so that nothing need be gathered. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public void started(CallInfo call) {
        for (CallListener listener : all) {
            try {
                listener.started(call);
            } catch (RuntimeException e) {
                ignored(listener, e);
            }
        }
    }

    @Override
    public void firstChunk(CallInfo call, long nanosSinceStart) {
        for (CallListener listener : all) {
            try {
                listener.firstChunk(call, nanosSinceStart);
            } catch (RuntimeException e) {
                ignored(listener, e);
            }
        }
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        for (CallListener listener : all) {
            try {
                listener.ended(call, result);
            } catch (RuntimeException e) {
                ignored(listener, e);
            }
        }
    }

    private static void ignored(CallListener listener, RuntimeException e) {
        LOG.debug("{} failed and is passed over", listener.getClass().getName(), e);
    }
}
