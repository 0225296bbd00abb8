package ai.fastrouter.camel.test.check;

/** A request that the real gateways would refuse. Costs no stack trace. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final int status;

    BadRequest(String field, String message) {
        this(400, field, message);
    }

    BadRequest(int status, String field, String message) {
        super(message, null, false, false);
        this.status = status;
        this.field = field;
    }

    /** More than the gateway takes. */
    public static BadRequest tooLarge(String message) {
        return new BadRequest(413, null, message);
    }

    /** No key, or a wrong one. */
    public static BadRequest unauthorized(String message) {
        return new BadRequest(401, null, message);
    }

    /** The error code that goes with the status. */
    public String code() {
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 404 -> "not_found";
            case 413 -> "request_too_large";
            default -> "invalid_request";
        };
    }

    /** The field at fault, {@code null} when it is the request as a whole. */
    public String field() {
        return field;
    }

    /** The HTTP status it is refused with. */
    public int status() {
        return status;
    }
}
