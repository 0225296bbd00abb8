package ai.fastrouter.camel.error;

/** Too many requests (429), and the wait is one that can be borne: redelivery after {@link #getRetryAfter()} is worth it. */
public class FastRouterRateLimitException extends FastRouterTransientException {

    private static final long serialVersionUID = 1L;

    public FastRouterRateLimitException(String message, ErrorDetails details, Throwable cause) {
        super(ErrorCategory.RATE_LIMIT, message, details, cause);
    }
}
