package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
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

    private static final Metadata METADATA = Metadata.load();

    private static DefaultCamelContext context;

    @BeforeAll
    static void start() {
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
        assertThat(actual(METADATA.componentOptions(), getter, component))
                .containsEntry("workerPoolSize", "16")
                .isEqualTo(documented(METADATA.componentOptions()));
    }

    @Test
    void endpointOptions_unset_haveTheDefaultsOfTheMetadata() {
        FastRouterEndpoint endpoint = context.getEndpoint("fastrouter:chat", FastRouterEndpoint.class);
        PropertyConfigurerGetter getter =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        assertThat(actual(METADATA.endpointOptions(), getter, endpoint))
                .containsEntry("maxRetryAfter", "60000")
                .isEqualTo(documented(METADATA.endpointOptions()));
    }

    private static Map<String, String> documented(Map<String, JsonNode> options) {
        Map<String, String> defaults = new TreeMap<>();
        options.forEach((name, option) -> {
            String value = option.path("defaultValue").asText();
            if (!value.isEmpty() && !camelsOwn(name)) {
                defaults.put(name, value);
            }
        });
        return defaults;
    }

    /** Values of options that are set without being set by anybody. */
    private static Map<String, String> actual(
            Map<String, JsonNode> options, PropertyConfigurerGetter getter, Object target) {
        Map<String, Object> values = new TreeMap<>();
        options.forEach((name, option) -> {
            boolean simple = !option.path("type").asText().equals("object");
            boolean path = option.path("kind").asText().equals("path");
            Object value = simple && !path ? getter.getOptionValue(target, name, true) : null;
            if (value != null && !camelsOwn(name)) {
                values.put(name, value);
            }
        });
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString(), (a, b) -> a, TreeMap::new));
    }

    /** Inherited from Camel's polling endpoints and components, where the two differ here and there. */
    private static boolean camelsOwn(String option) {
        return !isOurs(METADATA.endpointOptions().get(option))
                && !isOurs(METADATA.componentOptions().get(option))
                && !option.startsWith("worker");
    }

    private static boolean isOurs(JsonNode option) {
        return option != null && option.has("configurationClass");
    }
}
