package ai.fastrouter.camel.error;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.CamelException;

/**
 * A call to the gateway failed. The base of all failures of this component, so that one {@code onException} clause catches them.
 * Its subclasses say what may be done about it. Where an HTTP response was the reason, the cause is Camel's
 * {@code HttpOperationFailedException}.
 *
 * <p>Neither the message nor the details hold a key, a prompt or an answer.
 */
public class FastRouterException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorDetails details;
    private final ErrorCategory category;

    public FastRouterException(String message, ErrorDetails details, Throwable cause) {
        this(ErrorCategory.OTHER, message, details, cause);
    }

    protected FastRouterException(ErrorCategory category, String message, ErrorDetails details, Throwable cause) {
        super(message, cause);
        this.category = Objects.requireNonNull(category, "category");
        this.details = Objects.requireNonNull(details, "details");
    }

    /** A call that was given up on our side, because its route was stopped or its reader left. Not worth redelivery. */
    public static FastRouterException cancelled(String message, ErrorDetails details) {
        return new FastRouterException(ErrorCategory.CANCELLED, message, details, null);
    }

    /** All that is known of the failure. */
    public ErrorDetails getDetails() {
        return details == null ? ErrorDetails.NONE : details;
    }

    /** The kind of failure. */
    public ErrorCategory getCategory() {
        return category;
    }

    /** The HTTP status, or 0 when no response arrived. */
    public int getStatus() {
        return getDetails().status();
    }

    /** The gateway's error type, or null. */
    public String getType() {
        return getDetails().type();
    }

    /** The gateway's or this component's error code, or null. */
    public String getCode() {
        return getDetails().code();
    }

    /** The gateway's request id, or null. */
    public String getRequestId() {
        return getDetails().requestId();
    }

    /** How long the gateway asks to wait, or null. */
    public Duration getRetryAfter() {
        return getDetails().retryAfter();
    }

    /** The endpoint's operation, or null. */
    public String getOperation() {
        return getDetails().operation();
    }

    /** The model that was asked for, or null. */
    public String getModel() {
        return getDetails().model();
    }
}
