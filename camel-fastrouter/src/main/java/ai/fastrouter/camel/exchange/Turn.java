package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;

/**
 * One exchange's stay in the producer, from {@code process} to its callback, which is called exactly once.
 *
 * <p>Thread-safe. The route goes on on a worker thread, never on the thread that reports the end.
 */
public final class Turn implements InFlight.Work {

    /** What a worker thread does to the exchange before the route goes on. */
    @FunctionalInterface
    public interface Continuation {
        void run() throws Exception;
    }

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final InFlight inFlight;
    private final Executor worker;
    private final String routeId;
    private final CallListeners listeners;
    private final String endpoint;
    private final int repeated;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<Call> call = new AtomicReference<>(Call.NONE);
    private volatile UnaryOperator<FastRouterException> ifStopped = UnaryOperator.identity();
    private volatile boolean cancelled;
    private volatile Observation observation;

    /** @param repeated see {@link CallInfo#repeated()} */
    Turn(
            Exchange exchange,
            AsyncCallback callback,
            InFlight inFlight,
            Executor worker,
            CallListeners listeners,
            String endpoint,
            int repeated) {
        this.exchange = exchange;
        this.callback = callback;
        this.inFlight = inFlight;
        this.worker = worker;
        this.routeId = ExchangeHelper.getRouteId(exchange);
        this.listeners = listeners;
        this.endpoint = endpoint;
        this.repeated = repeated;
    }

    /**
     * Sends a request of this turn, remembers the call so that it can be given up, and tells the listeners.
     *
     * @return the call, for what outlives the turn
     */
    public Call send(GatewayClient client, GatewayRequest request, ResponseHandler handler) {
        if (!listeners.isEmpty()) {
            observation = Observation.start(listeners, request, endpoint, exchange, repeated);
        }
        Call before = call.get();
        Call sent = client.send(request, handler);
        // an answer that was faster may have made the next call already
        call.compareAndSet(before, sent);
        if (cancelled) {
            sent.cancel();
        }
        return sent;
    }

    /** Follows the call of this turn; null when nobody listens. Whoever hands a stream to the route must end it. */
    public Observation observation() {
        return observation;
    }

    /** Tells which call to give up if the route stops, where a turn makes its calls by other means than {@link #send}. */
    public void calling(Call newCall) {
        call.set(newCall);
        if (cancelled) {
            newCall.cancel();
        }
    }

    /** Tells what a stop of the route means from now on, where it means more than that the call was given up. */
    public void ifStopped(UnaryOperator<FastRouterException> meaning) {
        ifStopped = meaning;
    }

    /**
     * Ends the turn: runs the continuation on a worker thread, then lets the route go on. Ignored if it has ended.
     *
     * @return whether the continuation runs; if not, what it was to hand over is the caller's to clean up
     */
    public boolean resume(Executor worker, Continuation continuation) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        try {
            worker.execute(() -> finish(continuation));
            return true;
        } catch (RejectedExecutionException e) {
            // the pool is gone with its context: the exchange must end all the same
            finish(() -> {
                throw new RejectedExecutionException("The worker pool does not take the exchange any more", e);
            });
            return false;
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

    /** The route that waits for the end of this turn; null when code does. */
    public String routeId() {
        return routeId;
    }

    @Override
    public boolean isOf(String route) {
        return route.equals(routeId);
    }

    /** Gives the call up. The turn ends first, so that it is this reason that counts. */
    @Override
    public void giveUp() {
        cancelled = true;
        fail(
                worker,
                ifStopped.apply(FastRouterException.cancelled(
                        "The route was stopped during the call", ErrorDetails.ofCode("route_stopped"))));
        call.get().cancel();
    }

    private void finish(Continuation continuation) {
        inFlight.remove(this);
        Throwable failure = null;
        try {
            continuation.run();
        } catch (Throwable e) {
            failure = e;
            ExchangeFailure.set(exchange, e);
        } finally {
            observe(failure);
            callback.done(false);
        }
    }

    private void observe(Throwable failure) {
        Observation followed = observation;
        if (followed != null && (failure != null || !followed.isStreaming())) {
            if (failure == null && !followed.isAnswered()) {
                ReplyHeaders.tell(followed, exchange.getMessage());
            }
            followed.end(failure);
        }
    }

    private static Exception asException(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
