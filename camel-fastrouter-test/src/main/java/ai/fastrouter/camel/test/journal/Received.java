package ai.fastrouter.camel.test.journal;

import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.intake.BodySink;
import ai.fastrouter.camel.test.intake.ReceivedPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A request while it arrives and after. Written by the I/O thread, read by anybody once it is complete. */
public final class Received implements RecordedRequest {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final String connection;
    private final String protocol;
    private final long receivedAt = System.nanoTime();
    private final BodySink body;
    private volatile List<ReceivedPart> parts = List.of();
    private volatile JsonNode json;
    private volatile Operation operation;
    private volatile long completedAt;
    private volatile String problem;
    private volatile boolean answered;
    private volatile boolean disconnected;

    /** A request whose head has arrived. */
    public Received(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String connection,
            String protocol,
            int keep) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.connection = connection;
        this.protocol = protocol;
        this.body = new BodySink(keep);
    }

    /** Where the body goes. */
    public BodySink sink() {
        return body;
    }

    /** Notes that the last byte is here, and what is wrong with a multipart body ({@code null}: nothing). */
    public void completed(List<ReceivedPart> allParts, String multipartProblem) {
        parts = List.copyOf(allParts);
        problem = multipartProblem;
        completedAt = System.nanoTime();
    }

    /** Notes that the answer has been sent. */
    public void markAnswered() {
        answered = true;
    }

    /** Gives up the parsed JSON; it is parsed again when somebody asks. */
    public void forgetJson() {
        json = null;
    }

    /** What is wrong with a multipart body, {@code null} when nothing is. */
    public String problem() {
        return problem;
    }

    /** How many bytes of body are kept. */
    public long keptSize() {
        long kept = body.keptSize();
        for (ReceivedPart part : parts) {
            kept += part.keptSize();
        }
        return kept;
    }

    /** Gives up the kept bodies; sizes and checksums stay. */
    public void forget() {
        body.forget();
        parts.forEach(ReceivedPart::forget);
        json = null;
    }

    /** Notes that the client left before the answer had ended. */
    public void markDisconnected() {
        disconnected = !answered;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public String queryParameter(String name) {
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                if (URLDecoder.decode(key, StandardCharsets.UTF_8).equals(name)) {
                    return equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                }
            }
        }
        return null;
    }

    @Override
    public Operation operation() {
        if (operation == null) {
            Operation found = Operations.of(this);
            if (completedAt == 0) {
                return found;
            }
            operation = found;
        }
        return operation;
    }

    /** The method that its path takes when it came with another one, {@code null} when the path is unknown. */
    public String allowedMethod() {
        String allowed = Operations.method(path);
        return method.equals(allowed) ? null : allowed;
    }

    @Override
    public boolean arouter() {
        return path.startsWith("/v1/");
    }

    @Override
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public String body() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        return body.bytes().clone();
    }

    @Override
    public long size() {
        return body.size();
    }

    @Override
    public String sha256() {
        return body.sha256();
    }

    @Override
    public JsonNode json() {
        JsonNode known = json;
        if (known == null) {
            known = parse();
            json = known;
        }
        return known;
    }

    private JsonNode parse() {
        if (body.keptSize() == 0 || body.keptSize() < body.size()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode node = MAPPER.readTree(body.bytes());
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String model() {
        RecordedPart field = part("model");
        return field != null ? field.text() : json().path("model").textValue();
    }

    @Override
    public List<RecordedPart> parts() {
        return List.copyOf(parts);
    }

    @Override
    public ReceivedPart part(String name) {
        for (ReceivedPart part : parts) {
            if (name.equals(part.name())) {
                return part;
            }
        }
        return null;
    }

    @Override
    public long receivedAt() {
        return receivedAt;
    }

    @Override
    public long completedAt() {
        return completedAt;
    }

    @Override
    public String connection() {
        return connection;
    }

    @Override
    public String protocol() {
        return protocol;
    }

    @Override
    public boolean complete() {
        return completedAt != 0;
    }

    @Override
    public boolean answered() {
        return answered;
    }

    @Override
    public boolean disconnected() {
        return disconnected;
    }

    /** Names the request without what it carries. */
    @Override
    public String toString() {
        return method + " " + path + " (" + size() + " bytes)";
    }
}
