package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterComponentConfigurer;
import ai.fastrouter.camel.FastRouterEndpointUriFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Component;
import org.apache.camel.console.DevConsole;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.TypeConverterLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metadata for native images name all that is needed, checked without a native compiler. */
class NativeMetadataUpToDateTest {

    private static final GeneratedFile REFLECTION = inFolder("reflect-config.json");
    private static final GeneratedFile RESOURCES = inFolder("resource-config.json");

    /** Health checks are not among them: ours belong to an endpoint, which makes them. */
    private static final List<Class<?>> MADE_BY_CAMEL =
            List.of(Component.class, PropertyConfigurer.class, TypeConverterLoader.class, DevConsole.class);

    private final OwnClasses classes = OwnClasses.load();

    /** Before any test reads them. */
    @BeforeAll
    static void write() throws Exception {
        REFLECTION.writeIfAsked(NativeMetadata.reflection(OwnClasses.load()));
        RESOURCES.writeIfAsked(NativeMetadata.resources(OwnClasses.load()));
    }

    @Test
    void reflection_committed_isThatOfTheClasses() throws Exception {
        REFLECTION.mustBe(NativeMetadata.reflection(classes));
    }

    @Test
    void resources_committed_areThoseOfTheJar() throws Exception {
        RESOURCES.mustBe(NativeMetadata.resources(classes));
    }

    /** Looks for them in another way than the list was made. */
    @Test
    void reflection_namesEveryRecordConfigurerAndConverter() throws Exception {
        List<String> needed = classes.all().stream()
                .filter(type -> isNeeded(type) && !Modifier.isAbstract(type.getModifiers()))
                .map(Class::getName)
                .toList();
        assertThat(needed).contains(FastRouterComponent.class.getName(), FastRouterComponentConfigurer.class.getName());
        assertThat(listed()).containsAll(needed).contains(FastRouterEndpointUriFactory.class.getName());
    }

    @Test
    void reflection_givesRoutesTheMethodsOfBodies() throws Exception {
        for (JsonNode entry : json(REFLECTION)) {
            String name = entry.get("name").asText();
            if (name.startsWith("ai.fastrouter.camel.model.")) {
                assertThat(entry.path("allPublicMethods").asBoolean()).as(name).isTrue();
            }
        }
    }

    @Test
    void resources_matchEveryServiceFile() throws Exception {
        List<String> patterns = json(RESOURCES).at("/resources/includes").findValuesAsText("pattern");
        assertThat(classes.serviceFiles())
                .contains("META-INF/services/org/apache/camel/component/fastrouter")
                .allMatch(file -> patterns.stream().anyMatch(file::matches));
        assertThat(patterns).noneMatch("META-INF/services/org/apache/camel/component/http"::matches);
    }

    private static boolean isNeeded(Class<?> type) {
        return type.isRecord() && type.getPackageName().equals("ai.fastrouter.camel.model")
                || MADE_BY_CAMEL.stream().anyMatch(made -> made.isAssignableFrom(type));
    }

    private static Set<String> listed() throws IOException {
        Set<String> names = new TreeSet<>();
        json(REFLECTION).forEach(entry -> names.add(entry.get("name").asText()));
        return names;
    }

    private static JsonNode json(GeneratedFile file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file.file()));
    }

    private static GeneratedFile inFolder(String name) {
        return new GeneratedFile("src/main/resources/" + NativeMetadata.FOLDER + name);
    }
}
