package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UriParam;
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
        assertThat(differences(METADATA.componentOptions(), getter, component)).isEmpty();
        assertThat(getter.getOptionValue(component, "workerPoolSize", true)).isEqualTo(16);
    }

    @Test
    void endpointOptions_unset_haveTheDefaultsOfTheMetadata() {
        FastRouterEndpoint endpoint = context.getEndpoint("fastrouter:chat", FastRouterEndpoint.class);
        PropertyConfigurerGetter getter =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        assertThat(differences(METADATA.endpointOptions(), getter, endpoint)).isEmpty();
        assertThat(getter.getOptionValue(endpoint, "maxRetryAfter", true)).isEqualTo(60000L);
    }

    /** Camel's generator leaves out backticks, which is meant, and some other characters, a star for one, which is not. */
    @Test
    void descriptions_inTheMetadata_areComplete() {
        List<String> mutilated = new ArrayList<>();
        for (Class<?> type : List.of(
                FastRouterConfiguration.class, FastRouterComponent.class, FastRouterComponent.class.getSuperclass())) {
            for (Field field : type.getDeclaredFields()) {
                JsonNode option = METADATA.componentOptions().get(field.getName());
                String written = written(field).replace("`", "");
                if (option != null && !option.get("description").asText().startsWith(written)) {
                    mutilated.add(field.getName() + ": " + written);
                }
            }
        }
        assertThat(mutilated).isEmpty();
    }

    private static String written(Field field) {
        UriParam param = field.getAnnotation(UriParam.class);
        if (param != null) {
            return param.description();
        }
        org.apache.camel.spi.Metadata metadata = field.getAnnotation(org.apache.camel.spi.Metadata.class);
        return metadata == null ? "" : metadata.description();
    }

    /** Options whose value, set by nobody, is not the one in the metadata. A Boolean that may be null always differs. */
    private static List<String> differences(
            Map<String, JsonNode> options, PropertyConfigurerGetter getter, Object target) {
        List<String> differences = new ArrayList<>();
        options.forEach((name, option) -> {
            boolean object = option.path("type").asText().equals("object");
            boolean path = option.path("kind").asText().equals("path");
            String documented = option.path("defaultValue").asText("");
            String actual = object ? "" : Objects.toString(getter.getOptionValue(target, name, true), "");
            if (!path && !camelsOwn(name) && !documented.equals(actual)) {
                differences.add(name + " is '" + actual + "', in the metadata '" + documented + "'");
            }
        });
        return differences;
    }

    /** Inherited from Camel's polling endpoints and components, where the two differ here and there. */
    private static boolean camelsOwn(String option) {
        boolean inConfiguration = METADATA.endpointOptions().containsKey(option)
                && METADATA.endpointOptions().get(option).has("configurationClass");
        boolean componentOnly = METADATA.componentOptions().containsKey(option)
                && !METADATA.endpointOptions().containsKey(option);
        return !inConfiguration && !componentOnly;
    }
}
