package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the generated properties against the component's options: a new or changed option must reach Spring Boot too. */
class StarterUpToDateTest {

    private static final String PREFIX = "camel.component.fastrouter.";
    private static final String REGENERATE = "the starter is stale; run: mvn -f regenerate.xml package -Dupdate";

    /** Not options of the component: the work of the auto-configuration. */
    private static final Set<String> OF_SPRING_ALONE = Set.of("enabled", "customizer.enabled", "ssl-bundle");

    @Test
    void everyComponentOption_isAPropertyWithItsDescriptionAndDefault() throws Exception {
        Map<String, String> properties = new TreeMap<>();
        for (JsonNode property : springMetadata().get("properties")) {
            String name = property.get("name").asText();
            if (name.startsWith(PREFIX)) {
                properties.put(
                        name.substring(PREFIX.length()),
                        shown(property.path("description").asText(), property.get("defaultValue")));
            }
        }
        Map<String, String> options = new TreeMap<>();
        componentMetadata().get("componentProperties").fields().forEachRemaining(option -> {
            JsonNode value = option.getValue();
            options.put(dashed(option.getKey()), shown(value.path("description").asText(), value.get("defaultValue")));
        });
        List<String> stale = new ArrayList<>();
        options.forEach((name, option) -> {
            if (!option.equals(properties.remove(name))) {
                stale.add(name);
            }
        });
        assertThat(stale).as(REGENERATE).isEmpty();
        assertThat(properties.keySet()).as(REGENERATE).containsExactlyInAnyOrderElementsOf(OF_SPRING_ALONE);
    }

    /** What IDEs offer as values. */
    @Test
    void everyOptionWithGivenWords_offersThemAsHints() throws Exception {
        Map<String, Set<String>> hints = new TreeMap<>();
        for (JsonNode hint : springMetadata().get("hints")) {
            hints.put(hint.get("name").asText(), Set.copyOf(hint.path("values").findValuesAsText("value")));
        }
        Map<String, Set<String>> given = new TreeMap<>();
        componentMetadata().get("componentProperties").fields().forEachRemaining(option -> {
            JsonNode value = option.getValue();
            // those of a Java enum are known to IDEs
            if (value.has("enum") && value.get("javaType").asText().equals("java.lang.String")) {
                Set<String> words = new TreeSet<>();
                value.get("enum").forEach(word -> words.add(word.asText()));
                given.put(PREFIX + dashed(option.getKey()), words);
            }
        });
        assertThat(hints).containsAllEntriesOf(given).containsKeys(PREFIX + "voice", PREFIX + "response-format");
        assertThat(springMetadata().get("properties").findValuesAsText("name")).containsAll(hints.keySet());
    }

    /** Without what the generator adds to a description. */
    private static String shown(String description, JsonNode defaultValue) {
        String text =
                description.replaceAll(" The option is a \\S+ type\\.$", "").replaceAll("\\s+", " ");
        return text + " [" + (defaultValue == null ? "" : defaultValue.asText()) + "]";
    }

    private static String dashed(String option) {
        return option.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static JsonNode componentMetadata() throws IOException {
        try (InputStream json =
                StarterUpToDateTest.class.getResourceAsStream("/META-INF/ai/fastrouter/camel/fastrouter.json")) {
            return new ObjectMapper().readTree(json);
        }
    }

    /** That of this module: other jars have a file of the same name. */
    static JsonNode springMetadata() throws IOException {
        for (URL url : Collections.list(StarterUpToDateTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            JsonNode metadata = new ObjectMapper().readTree(url);
            if (metadata.toString().contains(PREFIX)) {
                return metadata;
            }
        }
        throw new AssertionError("no spring-configuration-metadata.json: the annotation processor did not run");
    }
}
