package ai.fastrouter.camel.exchange.stream;

import ai.fastrouter.camel.gateway.Call;

/**
 * The call that a stream lives on at the moment, also before it is known, since the first bytes may come sooner than the client
 * returns the call. Once cancelled, every further call is given up at once. Thread-safe.
 */
public final class CallSlot implements Call {

    private Call current = Call.NONE;
    private boolean cancelled;

    /** The call from now on. */
    public void set(Call call) {
        synchronized (this) {
            if (!cancelled) {
                current = call;
                return;
            }
        }
        call.cancel();
    }

    /** Whether {@link #cancel} was called. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        Call call;
        synchronized (this) {
            cancelled = true;
            call = current;
            current = Call.NONE;
        }
        call.cancel();
    }
}
