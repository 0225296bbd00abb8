package ai.fastrouter.camel.gateway.http.connect;

import java.io.IOException;

/** A host has only addresses that must not be connected to. */
public final class RefusedAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String host) {
        super("The address of " + host + " is not allowed");
    }
}
