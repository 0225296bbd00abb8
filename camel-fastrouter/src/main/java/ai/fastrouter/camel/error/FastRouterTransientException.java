package ai.fastrouter.camel.error;

/** A failure that may pass: 408, 409, 429, 5xx, connect failure, timeout. Redelivery is worth it. */
public class FastRouterTransientException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    public FastRouterTransientException(String message, ErrorDetails details, Throwable cause) {
        this(ErrorCategory.TRANSIENT, message, details, cause);
    }

    protected FastRouterTransientException(
            ErrorCategory category, String message, ErrorDetails details, Throwable cause) {
        super(category, message, details, cause);
    }
}
