package ai.fastrouter.camel.error;

/** The request is wrong and would be wrong again: 400, 404, 413, 422, an option out of range or a body that can't be sent. */
public class FastRouterRequestException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    public FastRouterRequestException(String message, ErrorDetails details, Throwable cause) {
        super(ErrorCategory.REQUEST, message, details, cause);
    }
}
