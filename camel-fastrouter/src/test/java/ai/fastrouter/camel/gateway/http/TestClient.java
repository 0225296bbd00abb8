package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.Timeouts;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A client in a context of its own, and short ways to send with it. */
final class TestClient implements AutoCloseable {

    static final Timeouts PATIENT = new Timeouts(10_000, 20_000, 20_000, 0);

    private final CamelContext context = new DefaultCamelContext();
    private final HttpGatewayClient client;

    TestClient() {
        this(new HttpSettings());
    }

    TestClient(HttpSettings settings) {
        context.start();
        client = HttpGatewayClient.create(context, settings);
    }

    HttpGatewayClient client() {
        return client;
    }

    Call post(String url, String json, ResponseHandler handler) {
        return send(url, json(json), PATIENT, handler);
    }

    Call post(String url, RequestBody body, ResponseHandler handler) {
        return send(url, body, PATIENT, handler);
    }

    Call get(String url, Timeouts timeouts, ResponseHandler handler) {
        return send(url, null, timeouts, handler);
    }

    Call send(String url, RequestBody body, Timeouts timeouts, ResponseHandler handler) {
        return client.send(request(url, body, timeouts), handler);
    }

    static GatewayRequest request(String url, RequestBody body, Timeouts timeouts) {
        return request(url, body, timeouts, List.of());
    }

    static GatewayRequest request(
            String url, RequestBody body, Timeouts timeouts, List<Map.Entry<String, String>> headers) {
        return new GatewayRequest(
                body == null ? GatewayRequest.Method.GET : GatewayRequest.Method.POST,
                URI.create(url),
                headers,
                "sk-test-key",
                body,
                timeouts,
                "chat",
                "openai/gpt-4o-mini");
    }

    static RequestBody json(String json) {
        return RequestBody.of("application/json", ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        client.close();
        context.stop();
    }
}
