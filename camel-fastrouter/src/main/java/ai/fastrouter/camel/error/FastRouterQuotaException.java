package ai.fastrouter.camel.error;

/** Out of credits (402), out of quota, or asked to wait longer than the option {@code maxRetryAfter}. Redelivery soon is in vain. */
public class FastRouterQuotaException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    public FastRouterQuotaException(String message, ErrorDetails details, Throwable cause) {
        super(ErrorCategory.QUOTA, message, details, cause);
    }
}
