package ai.fastrouter.camel.error;

/** The gateway does not accept the key (401), or there is none. */
public class FastRouterAuthenticationException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    public FastRouterAuthenticationException(String message, ErrorDetails details, Throwable cause) {
        super(ErrorCategory.AUTHENTICATION, message, details, cause);
    }
}
