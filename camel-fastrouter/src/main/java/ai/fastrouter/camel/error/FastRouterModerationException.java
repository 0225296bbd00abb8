package ai.fastrouter.camel.error;

/** The prompt or the answer was refused by moderation (403) or by a guardrail (446). */
public class FastRouterModerationException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    public FastRouterModerationException(String message, ErrorDetails details, Throwable cause) {
        super(ErrorCategory.MODERATION, message, details, cause);
    }
}
