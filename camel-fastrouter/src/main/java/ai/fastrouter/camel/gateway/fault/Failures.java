package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes the exceptions for what a gateway answers in place of a result. The class of the exception says what may be done about
 * it; its cause is Camel's {@code HttpOperationFailedException}. Keys are masked in all texts that come from the gateway.
 */
public final class Failures {

    private Failures() {}

    /**
     * A response that is an error: any status but 2xx, or a 2xx whose body holds an error in place of a result.
     *
     * @param body   holds the body, whole or its beginning, from index 0; not changed
     * @param length how many bytes of it are the body
     */
    public static FastRouterException ofResponse(
            GatewayRequest request, ResponseHead head, byte[] body, int length, FailurePolicy policy) {
        Redaction redaction = new Redaction(request.apiKey());
        String text = redaction.body(body, length);
        GatewayError error = GatewayError.parse(body, length);
        if (error == null) {
            // with a 2xx it may be an answer after all, and no answer is quoted; the page of a proxy has a title
            error = GatewayError.ofText(head.isSuccess() ? HtmlTitle.of(text) : text);
        }
        return new Fault(request, head, error, text, redaction, policy).toException();
    }

    /**
     * An error inside an answer that began well: an event of a stream, or part of a document with a 2xx status. The failure has
     * the numeric status that the error names, if it names one, and is judged by its type and code otherwise.
     *
     * @param head  null when it is not at hand
     * @param error the value of the field {@code error}, an object or a text, or the object that has this field
     */
    public static FastRouterException ofError(
            GatewayRequest request, ResponseHead head, JsonNode error, FailurePolicy policy) {
        Redaction redaction = new Redaction(request.apiKey());
        String text = redaction.body(error.toString());
        return new Fault(request, head, GatewayError.of(error), text, redaction, policy).toException();
    }

    /** An answer, or one event of a stream, that is larger than the option {@code maxResponseSize} allows. */
    public static FastRouterException tooLarge(GatewayRequest request, ResponseHead head, int maxResponseSize) {
        return new FastRouterException(
                request.operation() + " failed: the answer is larger than maxResponseSize=" + maxResponseSize
                        + " bytes; raise this option to accept it",
                new ErrorDetails(
                        request.operation(),
                        request.model(),
                        head.status(),
                        null,
                        "response_too_large",
                        new Redaction(request.apiKey()).label(head.requestId()),
                        null),
                null);
    }
}
