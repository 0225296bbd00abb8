package ai.fastrouter.camel.gateway.http.request;

/** A header that can't be sent. Its message names the header, never its value. */
public final class InvalidHeaderException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidHeaderException(String message) {
        super(message);
    }
}
