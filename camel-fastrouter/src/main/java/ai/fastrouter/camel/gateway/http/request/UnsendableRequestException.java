package ai.fastrouter.camel.gateway.http.request;

/** A request that can't be sent. Its message names the header or the part of the address, never a value. */
public final class UnsendableRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnsendableRequestException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong, as code. */
    public String code() {
        return code;
    }
}
