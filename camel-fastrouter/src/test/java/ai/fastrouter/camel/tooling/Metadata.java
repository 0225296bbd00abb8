package ai.fastrouter.camel.tooling;

import ai.fastrouter.camel.FastRouterComponent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The component's metadata, as Camel's generator wrote them. */
record Metadata(JsonNode json) {

    private static final String FILE = "/META-INF/ai/fastrouter/camel/fastrouter.json";

    static Metadata load() {
        try {
            return new Metadata(new ObjectMapper().readTree(text()));
        } catch (IOException e) {
            throw new AssertionError("the metadata can't be read", e);
        }
    }

    /** The file as it is. */
    static String text() throws IOException {
        try (InputStream file = FastRouterComponent.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Map<String, JsonNode> componentOptions() {
        return section("componentProperties");
    }

    Map<String, JsonNode> endpointOptions() {
        return section("properties");
    }

    Map<String, JsonNode> headers() {
        return section("headers");
    }

    /** The names of endpoint options. */
    Set<String> endpointOptionNames() {
        return endpointOptions().keySet();
    }

    private Map<String, JsonNode> section(String name) {
        Map<String, JsonNode> entries = new TreeMap<>();
        json.get(name).fields().forEachRemaining(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }
}
