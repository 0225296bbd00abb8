package ai.fastrouter.camel.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A gateway as one endpoint sees it: where it is, with which key, how patient to be.
 *
 * @param baseUrl         the address with its version prefix, without a trailing slash
 * @param apiKey          the bearer token; null sends none
 * @param timeouts        the four waits
 * @param maxRetryAfter   the longest wait asked for by the gateway that counts as bearable
 * @param maxResponseSize the largest JSON or text answer in bytes, and the largest server-sent event
 */
public record GatewayTarget(
        String baseUrl, String apiKey, Timeouts timeouts, Duration maxRetryAfter, int maxResponseSize) {

    /** The address of a path, with its query, below the base address. Parsed here, so worth keeping for the next request. */
    public URI address(String path) {
        return URI.create(baseUrl + path);
    }

    /** A POST to an address of this gateway. */
    public GatewayRequest post(
            URI address, RequestBody body, List<Map.Entry<String, String>> headers, String operation, String model) {
        return new GatewayRequest(
                GatewayRequest.Method.POST, address, headers, apiKey, body, timeouts, operation, model);
    }

    /** A POST to a path below the base address. */
    public GatewayRequest post(
            String path, RequestBody body, List<Map.Entry<String, String>> headers, String operation, String model) {
        return post(address(path), body, headers, operation, model);
    }

    /** A GET of a path, with its query, below the base address. */
    public GatewayRequest get(String path, List<Map.Entry<String, String>> headers, String operation) {
        return new GatewayRequest(
                GatewayRequest.Method.GET, address(path), headers, apiKey, null, timeouts, operation, null);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return baseUrl;
    }
}
