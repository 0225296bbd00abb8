package ai.fastrouter.camel.error;

import java.time.Duration;

/**
 * What is known of a failure, apart from its message. Holds no prompt, no body and no key.
 *
 * @param operation  the endpoint's operation, for example {@code chat}; null when unknown
 * @param model      the model that was asked for; null when unknown
 * @param status     the HTTP status; 0 when no response arrived
 * @param type       the gateway's error type, for example {@code rate_limit_error}; null when it gave none
 * @param code       the gateway's error code as text, also where it was a number; or one of this component's own codes, for
 *                   example {@code connect_failed}; null when there is none
 * @param requestId  the gateway's request id; null when it gave none
 * @param retryAfter how long the gateway asks to wait; null when it does not say
 */
public record ErrorDetails(
        String operation, String model, int status, String type, String code, String requestId, Duration retryAfter) {

    /** Nothing known yet. */
    public static final ErrorDetails NONE = new ErrorDetails(null, null, 0, null, null, null, null);

    /** Details of a failure that has only a code, one of this component's own. */
    public static ErrorDetails ofCode(String code) {
        return NONE.withCode(code);
    }

    public ErrorDetails withCode(String newCode) {
        return new ErrorDetails(operation, model, status, type, newCode, requestId, retryAfter);
    }

    public ErrorDetails withOperation(String newOperation, String newModel) {
        return new ErrorDetails(newOperation, newModel, status, type, code, requestId, retryAfter);
    }

    public ErrorDetails withStatus(int newStatus, String newRequestId) {
        return new ErrorDetails(operation, model, newStatus, type, code, newRequestId, retryAfter);
    }
}
