package ai.fastrouter.camel.exchange.observe;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.TokenUsage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;

/**
 * Follows one call and tells the listeners, each thing once. Thread-safe as far as a call's events are ordered: facts before the
 * end.
 */
public final class Observation {

    private final CallListeners listeners;
    private final CallInfo call;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean stream;
    private boolean answered;
    private int status;
    private String requestId;
    private String responseModel;
    private String finishReason;
    private TokenUsage usage;

    private Observation(CallListeners listeners, CallInfo call) {
        this.listeners = listeners;
        this.call = call;
    }

    /**
     * Begins to follow a request that is about to be sent.
     *
     * @param exchange the exchange it belongs to, or null
     */
    public static Observation start(
            CallListeners listeners, GatewayRequest request, String endpoint, Exchange exchange) {
        return start(listeners, request, endpoint, exchange, CallInfo.FIRST_ATTEMPT);
    }

    /**
     * Begins to follow a request that may be sent again.
     *
     * @param repeated see {@link CallInfo#repeated()}
     */
    public static Observation start(
            CallListeners listeners, GatewayRequest request, String endpoint, Exchange exchange, int repeated) {
        CallInfo call =
                new CallInfo(request.operation(), request.model(), endpoint, exchange, System.nanoTime(), repeated);
        listeners.started(call);
        return new Observation(listeners, call);
    }

    /** The status and the gateway's request id are known; null where one is not. */
    public void status(Integer newStatus, String newRequestId) {
        status = newStatus == null ? 0 : newStatus;
        requestId = newRequestId;
    }

    /** What the answer tells of itself; each may be null. */
    public void answered(String newResponseModel, String newFinishReason, TokenUsage newUsage) {
        answered = true;
        responseModel = newResponseModel;
        finishReason = newFinishReason;
        usage = newUsage;
    }

    /** What a chat's answer tells of itself. Some gateways name the provider beside the usage instead of in it. */
    public void answered(ChatResponse response) {
        TokenUsage told = response.usage();
        boolean elsewhere = told != null && told.provider() == null && response.provider() != null;
        answered(response.model(), response.finishReason(), elsewhere ? told.withProvider(response.provider()) : told);
    }

    /** Whether it is known what the answer tells of itself. */
    public boolean isAnswered() {
        return answered;
    }

    /** The route goes on with a stream that has not ended: whoever reads it calls {@link #end}. */
    public void streaming() {
        stream = true;
        listeners.firstChunk(call, System.nanoTime() - call.startedNanos());
    }

    /** Whether {@link #streaming()} was called. */
    public boolean isStreaming() {
        return stream;
    }

    /** The call has ended; null as failure when all is well. Later calls are ignored. */
    public void end(Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        long nanos = System.nanoTime() - call.startedNanos();
        ErrorCategory category = null;
        String code = null;
        int seen = status;
        String id = requestId;
        if (failure instanceof FastRouterException known) {
            category = known.getCategory();
            code = known.getCode();
            seen = known.getStatus() != 0 ? known.getStatus() : seen;
            id = known.getRequestId() != null ? known.getRequestId() : id;
        } else if (failure != null) {
            category = ErrorCategory.OTHER;
        }
        listeners.ended(
                call, new CallResult(nanos, stream, seen, category, code, id, responseModel, finishReason, usage));
    }
}
