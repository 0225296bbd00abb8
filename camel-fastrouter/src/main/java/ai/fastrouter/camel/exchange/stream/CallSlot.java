package ai.fastrouter.camel.exchange.stream;

import ai.fastrouter.camel.gateway.Call;

/**
 * The call that a stream lives on at the moment, also before it is known, since the first bytes may come sooner than the client
 * returns the call. Once cancelled, every further call is given up at once. Thread-safe.
 */
public final class CallSlot implements Call {

    private Call current = Call.NONE;
    private int number;
    private boolean cancelled;

    /**
     * The call from now on.
     *
     * @param newNumber an older call than the one that is known is ignored: it has ended before its client returned it
     */
    public void set(int newNumber, Call call) {
        synchronized (this) {
            if (!cancelled) {
                if (newNumber >= number) {
                    number = newNumber;
                    current = call;
                }
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
