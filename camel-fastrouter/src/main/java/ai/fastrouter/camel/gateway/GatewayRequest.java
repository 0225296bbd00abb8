package ai.fastrouter.camel.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One request.
 *
 * @param method    the HTTP method
 * @param uri       the absolute address
 * @param headers   further headers; {@code Authorization} is added from {@code apiKey}, content headers from {@code body}
 * @param apiKey    sent as bearer token; null sends none
 * @param body      the body; null for none
 * @param timeouts  how long to wait for what
 * @param operation the operation, for messages and figures
 * @param model     the model asked for, for messages and figures; null when there is none
 */
public record GatewayRequest(
        Method method,
        URI uri,
        List<Map.Entry<String, String>> headers,
        String apiKey,
        RequestBody body,
        Timeouts timeouts,
        String operation,
        String model) {

    /** The methods the gateways use. */
    public enum Method {
        GET,
        POST
    }

    /** Without headers, key and address: a query may hold what is not for logs. */
    @Override
    public String toString() {
        return method + " " + operation;
    }
}
