package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the component's metadata say about defaults is what the code does: tools and Spring Boot set these values. */
class ComponentMetadataTest {

    private static JsonNode metadata;
    private static DefaultCamelContext context;

    @BeforeAll
    static void load() throws Exception {
        try (InputStream json =
                FastRouterComponent.class.getResourceAsStream("/META-INF/ai/fastrouter/camel/fastrouter.json")) {
            metadata = new ObjectMapper().readTree(json);
        }
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @Test
    void componentOptions_unset_haveTheDefaultsOfTheMetadata() {
        FastRouterComponent component = context.getComponent("fastrouter", FastRouterComponent.class);
        PropertyConfigurerGetter getter = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        assertThat(actual("componentProperties", getter, component))
                .containsEntry("workerPoolSize", "16")
                .isEqualTo(documented("componentProperties"));
    }

    @Test
    void endpointOptions_unset_haveTheDefaultsOfTheMetadata() {
        FastRouterEndpoint endpoint = context.getEndpoint("fastrouter:chat", FastRouterEndpoint.class);
        PropertyConfigurerGetter getter =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        assertThat(actual("properties", getter, endpoint))
                .containsEntry("maxRetryAfter", "60000")
                .isEqualTo(documented("properties"));
    }

    private static Map<String, String> documented(String section) {
        Map<String, String> defaults = new TreeMap<>();
        metadata.get(section).fields().forEachRemaining(option -> {
            String value = option.getValue().path("defaultValue").asText();
            if (!value.isEmpty() && !camelsOwn(option.getKey())) {
                defaults.put(option.getKey(), value);
            }
        });
        return defaults;
    }

    /** Values of options that are set without being set by anybody. */
    private static Map<String, String> actual(String section, PropertyConfigurerGetter getter, Object target) {
        Map<String, Object> values = new TreeMap<>();
        metadata.get(section).fields().forEachRemaining(option -> {
            boolean simple = !option.getValue().path("type").asText().equals("object");
            boolean path = option.getValue().path("kind").asText().equals("path");
            Object value = simple && !path ? getter.getOptionValue(target, option.getKey(), true) : null;
            if (value != null && !camelsOwn(option.getKey())) {
                values.put(option.getKey(), value);
            }
        });
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString(), (a, b) -> a, TreeMap::new));
    }

    /** Inherited from Camel's polling endpoints and components, where the two differ here and there. */
    private static boolean camelsOwn(String option) {
        JsonNode own = metadata.at("/properties/" + option + "/configurationClass");
        JsonNode component = metadata.at("/componentProperties/" + option + "/configurationClass");
        return own.isMissingNode() && component.isMissingNode() && !option.startsWith("worker");
    }
}
