package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.stream.BrokenBody;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.reply.ErrorReply;
import java.nio.ByteBuffer;

/**
 * Receives what should be audio. JSON or text with a 2xx status is an error of the gateway, or a job it made of the request: never
 * handed on as audio.
 */
final class AudioReply implements ResponseHandler, BodyReceiver {

    private final GatewayRequest request;
    private final FailurePolicy policy;
    private final boolean hasSignature;
    private final AudioListener listener;
    private ResponseHead head;
    private BodyFlow flow;
    private ErrorReply error;
    private long received;
    private long blanks;

    /** @param hasSignature whether its audio can be told from text by the first byte */
    AudioReply(GatewayRequest request, FailurePolicy policy, boolean hasSignature, AudioListener listener) {
        this.request = request;
        this.policy = policy;
        this.hasSignature = hasSignature;
        this.listener = listener;
    }

    @Override
    public BodyReceiver onHead(ResponseHead responseHead, BodyFlow bodyFlow) {
        head = responseHead;
        flow = bodyFlow;
        if (!head.isSuccess() || isText(head)) {
            return fail();
        }
        listener.onHead(head, flow);
        return this;
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        if (error == null && received == blanks && hasSignature && isWritten(data)) {
            fail();
        }
        if (error != null) {
            error.onData(data);
            return;
        }
        received += data.remaining();
        listener.onBytes(data);
    }

    @Override
    public void onEnd() {
        if (error != null) {
            error.onEnd();
        } else if (received == 0) {
            listener.onFailure(new FastRouterException(
                    request.operation() + " failed: the gateway answered with no audio",
                    ErrorDetails.ofCode("empty_audio")
                            .withOperation(request.operation(), request.model())
                            .withStatus(head.status(), head.requestId()),
                    null));
        } else {
            listener.onEnd();
        }
    }

    @Override
    public void onFailure(FastRouterException failure) {
        listener.onFailure(error != null ? error.insteadOf(failure) : BrokenBody.after(received, failure));
    }

    /** Whether, after blanks at most, it begins as JSON or a page does, whatever the head says: no audio begins so. */
    private boolean isWritten(ByteBuffer data) {
        for (int i = data.position(); i < data.limit(); i++) {
            byte b = data.get(i);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{' || b == '[' || b == '<';
            }
            blanks++;
        }
        return false;
    }

    private ErrorReply fail() {
        error = new ErrorReply(request, head, flow, policy, listener::onFailure);
        return error;
    }

    private static boolean isText(ResponseHead head) {
        String type = head.mediaType();
        return head.isJson()
                || type != null && (type.startsWith("text/") || type.endsWith("/xml") || type.endsWith("+xml"));
    }
}
