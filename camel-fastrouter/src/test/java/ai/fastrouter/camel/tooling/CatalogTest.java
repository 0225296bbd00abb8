package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel's catalog finds the component by what is in the jar, and knows good URIs from bad ones. */
class CatalogTest {

    private static final String SERVICES = "/META-INF/services/org/apache/camel/";

    private static CamelCatalog catalog;

    /** As tools do: the list of components, the class of each, its metadata. */
    @BeforeAll
    static void findComponent() throws Exception {
        String name = properties("component.properties").getProperty("components");
        String type = properties("component/" + name).getProperty("class");
        String json = type.substring(0, type.lastIndexOf('.')).replace('.', '/') + "/" + name + ".json";
        catalog = new DefaultCamelCatalog();
        try (InputStream file = CatalogTest.class.getResourceAsStream("/META-INF/" + json)) {
            catalog.addComponent(name, type, new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void component_inTheCatalog_isOurs() {
        assertThat(catalog.findComponentNames()).contains("fastrouter");
        ComponentModel model = catalog.componentModel("fastrouter");
        assertThat(model.getJavaType()).isEqualTo(FastRouterComponent.class.getName());
        assertThat(model.getGroupId() + ":" + model.getArtifactId()).isEqualTo("ai.fastrouter.camel:camel-fastrouter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fastrouter:chat",
                "fastrouter:chat?model=openai/gpt-4o&temperature=0.2&stream=true&streamOutput=sse",
                "fastrouter:chat?additionalBody.top_k=40&stop=RAW(a,b)&reasoningEnabled=false",
                "fastrouter:chat?model={{model}}&maxTokens={{tokens}}&apiKey=RAW({{key}})",
                "fastrouter:speech?voice=nova&responseFormat=mp3&idleTimeout=10s&gateway=arouter",
                "fastrouter:transcription?responseFormat=verbose_json&timestampGranularities=word,segment",
                "fastrouter:models?outputModalities=audio",
                "fastrouter:prompt-to-audio?delay=2000&maxMessagesPerPoll=5&backoffMultiplier=2&backoffIdleThreshold=1"
            })
    void uri_withKnownOptions_isValid(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
        assertThat(result.hasWarnings()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fastrouter:chta                         | operation    Invalid enum value: chta. Possible values: [chat, speech, transcription",
                "fastrouter:chat?modl=x                  | modl    Unknown option",
                "fastrouter:chat?temperature=hot         | temperature    Invalid number value: hot",
                "fastrouter:chat?maxTokens=1.5           | maxTokens    Invalid integer value: 1.5",
                "fastrouter:chat?stream=maybe            | stream    Invalid boolean value: maybe",
                "fastrouter:chat?reasoningExclude=maybe  | reasoningExclude    Invalid enum value: maybe. Possible values: [true, false]",
                "fastrouter:chat?output=yaml             | output    Invalid enum value: yaml. Possible values: [text, response, json",
                "fastrouter:chat?gateway=openai          | gateway    Invalid enum value: openai. Possible values: [fastrouter, arouter]"
            })
    void uri_withAMistake_isRefusedWithItsReason(String uri, String reason) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.summaryErrorMessage(false)).contains(reason);
    }

    @Test
    void uri_withAWrongDuration_isRefused() {
        EndpointValidationResult result = catalog.validateEndpointProperties("fastrouter:chat?idleTimeout=soon");
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getInvalidDuration()).containsExactly(Map.entry("idleTimeout", "soon"));
    }

    @Test
    void uri_takenApartAndPutTogether_isTheSame() throws Exception {
        String uri = "fastrouter:chat?maxTokens=7&model=openai/gpt-4o";
        Map<String, String> properties = catalog.endpointProperties(uri);
        assertThat(properties).containsEntry("operation", "chat").containsEntry("maxTokens", "7");
        assertThat(catalog.asEndpointUri("fastrouter", properties, false)).isEqualTo(uri);
    }

    private static Properties properties(String service) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = CatalogTest.class.getResourceAsStream(SERVICES + service)) {
            properties.load(file);
        }
        return properties;
    }
}
