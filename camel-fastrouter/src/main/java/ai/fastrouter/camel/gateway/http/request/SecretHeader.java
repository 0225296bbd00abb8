package ai.fastrouter.camel.gateway.http.request;

import org.apache.hc.core5.http.message.BasicHeader;

/** A header whose value is not for logs: the HTTP client's header logger prints {@code toString}. */
public final class SecretHeader extends BasicHeader {

    private static final long serialVersionUID = 1L;

    public SecretHeader(String name, String value) {
        super(name, value, true);
    }

    @Override
    public String toString() {
        return getName() + ": ***";
    }
}
