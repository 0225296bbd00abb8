package ai.fastrouter.camel.gateway.reply;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import java.nio.ByteBuffer;

/**
 * Gathers a whole answer in memory, for JSON and text. Any 2xx is a reply, also 246 (a guardrail only watched): whether its
 * document holds a result is for the operation to say.
 */
public final class WholeReply implements ResponseHandler, BodyReceiver {

    private final GatewayRequest request;
    private final int maxResponseSize;
    private final FailurePolicy policy;
    private final ReplyListener listener;
    private ResponseHead head;
    private GatheredBytes body;
    private ErrorReply error;

    /**
     * @param request         what is answered, for messages
     * @param maxResponseSize the largest answer in bytes; a larger one ends the call with the code {@code response_too_large}
     */
    public WholeReply(GatewayRequest request, int maxResponseSize, FailurePolicy policy, ReplyListener listener) {
        this.request = request;
        this.maxResponseSize = maxResponseSize;
        this.policy = policy;
        this.listener = listener;
    }

    @Override
    public BodyReceiver onHead(ResponseHead responseHead, BodyFlow flow) {
        if (!responseHead.isSuccess()) {
            error = new ErrorReply(request, responseHead, flow, policy, listener::onFailure);
            return error;
        }
        head = responseHead;
        body = new GatheredBytes(maxResponseSize, head.contentLength());
        flow.request(BodyFlow.UNLIMITED);
        return this;
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        // what announces more than is allowed is not gathered first
        if (head.contentLength() > maxResponseSize || !body.add(data)) {
            throw Failures.tooLarge(request, head, maxResponseSize);
        }
    }

    @Override
    public void onEnd() {
        listener.onReply(head, body.array(), body.length());
    }

    @Override
    public void onFailure(FastRouterException failure) {
        listener.onFailure(error == null ? failure : error.insteadOf(failure));
    }
}
