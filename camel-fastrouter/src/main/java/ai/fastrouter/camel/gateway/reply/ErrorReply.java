package ai.fastrouter.camel.gateway.reply;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Receives the body of a response whose status is an error, and makes the failure of it. For every kind of reply: its handler
 * returns one of these from {@code onHead} when the head is no success, and asks {@link #insteadOf} in {@code onFailure}.
 *
 * <p>Of a body longer than 64 KB only the beginning is looked at: the call is ended there, since reading on would wait for
 * nothing of worth.
 */
public final class ErrorReply implements BodyReceiver {

    private static final int AT_MOST = 64 * 1024;

    private final GatewayRequest request;
    private final ResponseHead head;
    private final FailurePolicy policy;
    private final Consumer<FastRouterException> listener;
    private final GatheredBytes body;
    private FastRouterException thrown;

    /**
     * Asks for the whole body.
     *
     * @param listener called with the failure when the body has ended; on an I/O thread
     */
    public ErrorReply(
            GatewayRequest request,
            ResponseHead head,
            BodyFlow flow,
            FailurePolicy policy,
            Consumer<FastRouterException> listener) {
        this.request = request;
        this.head = head;
        this.policy = policy;
        this.listener = listener;
        this.body = new GatheredBytes(AT_MOST, head.contentLength());
        flow.request(BodyFlow.UNLIMITED);
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        if (!body.add(data)) {
            thrown = failure();
            throw thrown;
        }
    }

    @Override
    public void onEnd() {
        listener.accept(failure());
    }

    /**
     * The failure to report when the call broke while this body was on its way: the status was known, and says more than the
     * break does. Only a call that was given up on our side stays that.
     */
    public FastRouterException insteadOf(FastRouterException broken) {
        if (broken == thrown || broken.getCategory() == ErrorCategory.CANCELLED) {
            return broken;
        }
        FastRouterException failure = failure();
        failure.addSuppressed(broken);
        return failure;
    }

    private FastRouterException failure() {
        return Failures.ofResponse(request, head, body.array(), body.length(), policy);
    }
}
