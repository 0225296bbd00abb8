package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from {@code send} to its end: calls the handler one method at a time and ends it exactly once, whoever is
 * first of the I/O thread, the watchdog and the one who gives up.
 *
 * <p>Thread-safe. While the I/O thread is inside the handler, a failure from elsewhere is kept and reported when it
 * comes out.
 */
final class HttpCall implements Call {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCall.class);

    private static final int FREE = 0;
    private static final int IN_HANDLER = 1;
    private static final int FAILED_IN_HANDLER = 2;
    private static final int ENDED = 3;

    /** Neighbours in the list of calls in flight, which guards them. */
    HttpCall previous;

    HttpCall next;

    private final GatewayRequest request;
    private final ResponseHandler handler;
    private final CallsInFlight inFlight;
    private final CallClock clock;
    private final AtomicInteger state = new AtomicInteger(FREE);
    private final AtomicReference<FastRouterException> failure = new AtomicReference<>();
    private volatile Cancellable connection;
    private volatile Future<?> exchange;
    private int moves;
    private volatile ResponseReader reader;
    private volatile RequestSender sender;

    HttpCall(GatewayRequest request, ResponseHandler handler, CallsInFlight inFlight, CallClock clock) {
        this.request = request;
        this.handler = handler;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    GatewayRequest request() {
        return request;
    }

    ResponseHandler handler() {
        return handler;
    }

    CallClock clock() {
        return clock;
    }

    /**
     * Tells the exchange. Breaks it off at once if the call has ended meanwhile. An exchange may fail and be followed by
     * another before it is told itself, and is not told then.
     *
     * @param newMoves how often the call was moved before this exchange
     */
    void runningAs(int newMoves, Future<?> newExchange) {
        synchronized (this) {
            if (newMoves < moves) {
                return;
            }
            moves = newMoves;
            exchange = newExchange;
        }
        if (hasEnded()) {
            breakOff();
        }
    }

    /** Tells how to close the connection, made or in the making. Closes it at once if the call has ended meanwhile. */
    void runningOn(Cancellable closing) {
        connection = closing;
        if (hasEnded()) {
            breakOff();
        }
    }

    /** Tells who sends the request. */
    void sentBy(RequestSender newSender) {
        sender = newSender;
    }

    void readBy(ResponseReader responseReader) {
        reader = responseReader;
    }

    /** The response's status; 0 before it arrived. */
    int status() {
        ResponseHead head = head();
        return head == null ? 0 : head.status();
    }

    /** The gateway's request id; null before the response arrived. */
    String requestId() {
        ResponseHead head = head();
        return head == null ? null : head.requestId();
    }

    private ResponseHead head() {
        ResponseReader current = reader;
        return current == null ? null : current.head();
    }

    boolean hasEnded() {
        return state.get() == ENDED;
    }

    /**
     * The I/O thread is about to call the handler or its receiver. If false, the call is over and nothing may be
     * called.
     */
    boolean enter() {
        return state.compareAndSet(FREE, IN_HANDLER);
    }

    /** The I/O thread has come back from the handler. */
    void exit() {
        if (!state.compareAndSet(IN_HANDLER, FREE)) {
            state.set(ENDED);
            over(failure.get());
        }
    }

    /** Whether all of the request is written. */
    boolean isSent() {
        return request.body() == null || clock.isSent();
    }

    /** The response is complete. */
    void end(BodyReceiver receiver) {
        if (!state.compareAndSet(FREE, ENDED)) {
            return;
        }
        inFlight.remove(this);
        if (!isSent()) {
            breakOff();
        }
        try {
            receiver.onEnd();
        } catch (Throwable e) {
            report(Failures.inHandler(this, e));
        }
    }

    /** Ends the call with a failure and closes its connection. Ignored if it has ended. */
    void fail(FastRouterException cause) {
        for (; ; ) {
            int now = state.get();
            if (now == FREE && state.compareAndSet(FREE, ENDED)) {
                over(cause);
                return;
            }
            if (now == IN_HANDLER) {
                failure.compareAndSet(null, cause);
                if (state.compareAndSet(IN_HANDLER, FAILED_IN_HANDLER)) {
                    return;
                }
            } else if (now != FREE) {
                return;
            }
        }
    }

    @Override
    public void cancel() {
        if (!hasEnded()) {
            fail(Failures.cancelled(this));
        }
    }

    /** Whether some limit is exceeded. */
    boolean isLate(long now) {
        return clock.isTotalOver(now)
                || clock.isAnswerHopeless(now)
                || clock.isStepOver(now) && !(reader != null && reader.isPaused());
    }

    /** Ends the call because of the limit it exceeds. */
    void expire(long now) {
        if (!isLate(now)) {
            // it moved on since it was found
            return;
        }
        if (clock.isTotalOver(now)) {
            fail(Failures.totalTimeout(this));
        } else if (clock.isAnswerHopeless(now)) {
            fail(Failures.connectionLost(this));
        } else {
            fail(Failures.stepTimeout(this));
        }
    }

    private void over(FastRouterException cause) {
        inFlight.remove(this);
        breakOff();
        RequestSender sending = sender;
        if (sending != null) {
            // the exchange does it too, but not if its I/O thread has ended first
            sending.releaseResources();
        }
        report(cause);
    }

    private void breakOff() {
        Cancellable closing = connection;
        Future<?> running = exchange;
        try {
            if (closing != null) {
                closing.cancel();
            }
            if (running != null) {
                running.cancel(true);
            }
        } catch (RuntimeException e) {
            LOG.debug("Breaking an HTTP exchange off failed", e);
        }
    }

    private void report(FastRouterException cause) {
        try {
            handler.onFailure(cause);
        } catch (Throwable e) {
            LOG.warn("A response handler failed while it was told of a failure", e);
        }
    }
}
