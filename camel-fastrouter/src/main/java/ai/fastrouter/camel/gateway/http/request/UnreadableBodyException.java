package ai.fastrouter.camel.gateway.http.request;

import java.io.IOException;

/** A request body could not be read, or was not as long as it was said to be. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
