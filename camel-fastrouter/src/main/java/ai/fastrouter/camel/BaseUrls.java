package ai.fastrouter.camel;

import ai.fastrouter.camel.gateway.Authority;
import java.net.URI;
import org.apache.camel.util.ObjectHelper;

/** Finds the gateway's address of an endpoint. */
final class BaseUrls {

    private BaseUrls() {}

    /**
     * The option {@code baseUrl}, else the address of {@code gateway}; without trailing slashes.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address without query and user
     */
    static URI of(FastRouterConfiguration configuration) {
        String text = configuration.getBaseUrl();
        if (ObjectHelper.isEmpty(text)) {
            text = configuration.getGateway().baseUrl();
        }
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        URI uri = parse(text);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || Authority.of(uri) == null || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
            throw invalid();
        }
        return uri;
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** Does not repeat the value: a wrong address may hold credentials. */
    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException("Option baseUrl is not valid: it must be an http or https address with the"
                + " gateway's version prefix and without query or user, for example https://api.fastrouter.ai/api/v1");
    }
}
