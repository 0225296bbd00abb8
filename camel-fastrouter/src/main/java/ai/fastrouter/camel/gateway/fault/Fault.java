package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.time.Duration;

/** One failed call: brings together what head and body say, and makes the exception. */
final class Fault {

    private final GatewayRequest request;
    private final ResponseHead head;
    private final GatewayError error;
    private final String body;
    private final Redaction redaction;
    private final int status;
    private final Duration wait;
    private final ErrorCategory category;
    private final Duration unbearable;

    /**
     * @param head null when it is not at hand
     * @param body what the cause shows as body
     */
    Fault(
            GatewayRequest request,
            ResponseHead head,
            GatewayError error,
            String body,
            Redaction redaction,
            FailurePolicy policy) {
        this.request = request;
        this.head = head;
        this.error = error;
        this.body = body;
        this.redaction = redaction;
        this.status = head != null && !head.isSuccess() || error.status() == 0 ? httpStatus(head) : error.status();
        this.wait = RetryAfter.of(head, status, error.resetAt(), policy.clock());
        ErrorCategory kind =
                Judgement.of(status, error.type(), error.code(), head == null ? null : head.header("x-should-retry"));
        boolean mayPass = kind == ErrorCategory.TRANSIENT || kind == ErrorCategory.RATE_LIMIT;
        boolean tooLong = mayPass && wait != null && !policy.bears(wait);
        this.category = tooLong ? ErrorCategory.QUOTA : kind;
        this.unbearable = tooLong ? policy.maxRetryAfter() : null;
    }

    FastRouterException toException() {
        String message = message();
        ErrorDetails details = details();
        Throwable cause = status == 0 ? null : HttpCause.of(request, head, status, body, redaction);
        return switch (category) {
            case TRANSIENT -> new FastRouterTransientException(message, details, cause);
            case RATE_LIMIT -> new FastRouterRateLimitException(message, details, cause);
            case REQUEST -> new FastRouterRequestException(message, details, cause);
            case AUTHENTICATION -> new FastRouterAuthenticationException(message, details, cause);
            case QUOTA -> new FastRouterQuotaException(message, details, cause);
            case MODERATION -> new FastRouterModerationException(message, details, cause);
            default -> new FastRouterException(message, details, cause);
        };
    }

    private ErrorDetails details() {
        String code = redaction.label(error.code());
        return new ErrorDetails(
                request.operation(),
                request.model(),
                status,
                redaction.label(error.type()),
                code == null && isRedirect() ? "redirect_not_followed" : code,
                requestId(),
                wait);
    }

    private String message() {
        StringBuilder text = new StringBuilder(request.operation()).append(" failed");
        if (status != 0 && (status < 200 || status >= 300)) {
            text.append(" with status ").append(status);
        }
        text.append(": ").append(reason());
        if (unbearable != null) {
            text.append("; the gateway asks to wait ")
                    .append(wait.toMillis())
                    .append(" ms, more than maxRetryAfter=")
                    .append(unbearable.toMillis());
        }
        if (requestId() != null) {
            text.append(" (request id ").append(requestId()).append(')');
        }
        return text.toString();
    }

    private String reason() {
        if (isRedirect()) {
            return "the gateway answers with a redirect, which is not followed; check the option baseUrl";
        }
        String text = redaction.sentence(error.message());
        // not the body in its place: what names no message may quote the prompt, and is in the cause for who wants to
        // see it
        if (text == null && head != null && head.isSuccess()) {
            return "the gateway answered with " + (head.mediaType() == null ? "something" : head.mediaType())
                    + " that is not what was asked for";
        }
        if (text == null && head != null) {
            text = redaction.sentence(head.reason());
        }
        if (text == null && error.code() != null) {
            return "the gateway gave no reason but the code " + redaction.label(error.code());
        }
        return text == null ? "the gateway gave no reason" : text;
    }

    private String requestId() {
        return head == null ? null : redaction.label(head.requestId());
    }

    private boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    private static int httpStatus(ResponseHead head) {
        return head == null ? 0 : head.status();
    }
}
