package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;

/** What can be wrong with an answer that began well. */
public final class StreamFailures {

    /** The code of an answer that ended too early. */
    static final String TRUNCATED = "stream_truncated";

    private StreamFailures() {}

    /** The bytes ended, but the answer had not. Worth another try as long as nothing of it was delivered. */
    static FastRouterException truncated(GatewayRequest request, ResponseHead head) {
        return new FastRouterTransientException(
                "chat failed: the stream ended before the answer did", details(request, head, TRUNCATED), null);
    }

    /** An event that is no chunk. Its text is not shown. */
    static FastRouterException invalid(GatewayRequest request, ResponseHead head) {
        return new FastRouterException(
                "chat failed: an event of the stream is not a JSON object",
                details(request, head, "invalid_response"),
                null);
    }

    /** The gateway says that it failed, but not why. */
    public static FastRouterException finishedWithError(GatewayRequest request, ResponseHead head) {
        return new FastRouterTransientException(
                "chat failed: the answer ended with finish_reason error",
                details(request, head, "finish_reason_error"),
                null);
    }

    static FastRouterException notReported(long patience) {
        return new FastRouterTransientException(
                "chat failed: nothing arrived for " + patience + " ms", ErrorDetails.ofCode("idle_timeout"), null);
    }

    /**
     * What a reader is told when an answer breaks off.
     *
     * @param partial what had arrived
     * @param chunks  in how many chunks
     */
    static FastRouterException whileReading(FastRouterException failure, String partial, long chunks) {
        if (failure instanceof FastRouterStreamException || failure.getCategory() == ErrorCategory.CANCELLED) {
            return failure;
        }
        return new FastRouterStreamException(
                "The stream broke off after " + chunks + " chunks: " + failure.getMessage(),
                failure.getDetails(),
                partial,
                chunks,
                TRUNCATED.equals(failure.getCode()) ? null : failure);
    }

    private static ErrorDetails details(GatewayRequest request, ResponseHead head, String code) {
        return ErrorDetails.ofCode(code)
                .withOperation(request.operation(), request.model())
                .withStatus(head.status(), head.requestId());
    }
}
