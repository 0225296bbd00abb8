package ai.fastrouter.camel.gateway.http.response;

/** A compressed response body is not what its Content-Encoding says, or not whole. */
public final class BrokenEncodingException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenEncodingException(String what) {
        super(what);
    }
}
