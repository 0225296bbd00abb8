package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.Call;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * One exchange's stay in the producer, from {@code process} to its callback, which is called exactly once.
 *
 * <p>Thread-safe. The route goes on on a worker thread, never on the thread that reports the end.
 */
public final class Turn {

    /** What a worker thread does to the exchange before the route goes on. */
    @FunctionalInterface
    public interface Continuation {
        void run() throws Exception;
    }

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final InFlight inFlight;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Call call = Call.NONE;
    private volatile boolean cancelled;

    Turn(Exchange exchange, AsyncCallback callback, InFlight inFlight) {
        this.exchange = exchange;
        this.callback = callback;
        this.inFlight = inFlight;
    }

    /** Tells which call to give up if the route stops. */
    public void calling(Call newCall) {
        call = newCall;
        if (cancelled) {
            newCall.cancel();
        }
    }

    /** Ends the turn: runs the continuation on a worker thread, then lets the route go on. Ignored if it has ended. */
    public void resume(Executor worker, Continuation continuation) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            worker.execute(() -> finish(continuation));
        } catch (RejectedExecutionException e) {
            // the pool is gone with its context: the exchange must end all the same
            finish(() -> {
                throw new RejectedExecutionException("The worker pool does not take the exchange any more", e);
            });
        }
    }

    /** Ends the turn with a failure. Ignored if it has ended. */
    public void fail(Executor worker, Throwable failure) {
        resume(worker, () -> {
            throw asException(failure);
        });
    }

    /**
     * Ends the turn on the caller's thread, which is the route's: nothing was sent.
     *
     * @return false if the turn has ended otherwise, and its callback is called by that
     */
    boolean endNow(Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        inFlight.remove(this);
        ExchangeFailure.set(exchange, failure);
        callback.done(true);
        return true;
    }

    /** Gives the call up: its handler reports the failure, and the turn ends by that. */
    void cancel(Executor worker) {
        cancelled = true;
        call.cancel();
        fail(
                worker,
                FastRouterException.cancelled(
                        "The route was stopped during the call", ErrorDetails.ofCode("route_stopped")));
    }

    private void finish(Continuation continuation) {
        inFlight.remove(this);
        try {
            continuation.run();
        } catch (Throwable e) {
            ExchangeFailure.set(exchange, e);
        } finally {
            callback.done(false);
        }
    }

    private static Exception asException(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
