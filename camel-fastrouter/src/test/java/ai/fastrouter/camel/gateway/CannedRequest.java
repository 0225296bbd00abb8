package ai.fastrouter.camel.gateway;

import java.net.URI;
import java.util.List;

/** A request for code that is tested without a socket. */
public final class CannedRequest {

    /** Has no beginning that gives it away as a key, so that only its exact value can be masked. */
    public static final String KEY = "0a1b2c3d4e5f-secret";

    private CannedRequest() {}

    /** A chat request with {@link #KEY} and a query in its address. */
    public static GatewayRequest chat() {
        return new GatewayRequest(
                GatewayRequest.Method.POST,
                URI.create("https://me:pw@api.example.test:8443/api/v1/chat/completions?key=in-the-query"),
                List.of(),
                KEY,
                null,
                new Timeouts(0, 0, 0, 0),
                "chat",
                "openai/gpt-4o");
    }
}
