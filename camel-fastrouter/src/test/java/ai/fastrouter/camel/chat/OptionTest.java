package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and headers together. What each sends alone, and which values it does not take, is in the tests of the contract. */
class OptionTest extends ChatTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOOLS =
            "[{\"type\":\"function\",\"function\":{\"name\":\"wx\",\"parameters\":{\"type\":\"object\"}}}]";

    /** Option, its value in the URI; the header, its value; what is then sent where. Each alone is covered by the contract. */
    static Stream<Arguments> overrides() {
        return Stream.of(
                arguments("model", "a/b:free", FastRouterConstants.MODEL, "c/d", "/model", "\"c/d\""),
                arguments("temperature", "0", FastRouterConstants.TEMPERATURE, 2, "/temperature", "2.0"),
                arguments("stop", "END", FastRouterConstants.STOP, List.of("a,b", "\n"), "/stop", "[\"a,b\",\"\\n\"]"),
                arguments("models", "x/1, x/2", FastRouterConstants.MODELS, "y/1", "/models", "[\"y/1\"]"),
                arguments(
                        "providerOnly",
                        "openai",
                        FastRouterConstants.PROVIDER_ORDER,
                        "azure,openai",
                        "/provider",
                        "{\"order\":[\"azure\",\"openai\"]}"),
                arguments(
                        "providerOrder",
                        "openai",
                        FastRouterConstants.PROVIDER_ONLY,
                        List.of("azure"),
                        "/provider",
                        "{\"only\":[\"azure\"]}"),
                arguments(
                        "tools",
                        "resource:classpath:contract/tools.json",
                        FastRouterConstants.TOOLS,
                        TOOLS,
                        "/tools",
                        TOOLS),
                arguments(
                        "tools=RAW(" + TOOLS + ")&toolChoice",
                        "required",
                        FastRouterConstants.TOOL_CHOICE,
                        "wx",
                        "/tool_choice",
                        "{\"type\":\"function\",\"function\":{\"name\":\"wx\"}}"),
                arguments(
                        "responseFormat",
                        "json_object",
                        FastRouterConstants.RESPONSE_FORMAT,
                        "text",
                        "/response_format",
                        "{\"type\":\"text\"}"),
                arguments(
                        "jsonSchema",
                        "{\"title\":\"A pet\",\"type\":\"object\"}",
                        FastRouterConstants.JSON_SCHEMA,
                        Map.of("type", "object"),
                        "/response_format/json_schema",
                        "{\"name\":\"answer\",\"schema\":{\"type\":\"object\"}}"),
                arguments(
                        "reasoningEffort",
                        "low",
                        FastRouterConstants.REASONING_MAX_TOKENS,
                        1024,
                        "/reasoning",
                        "{\"max_tokens\":1024}"),
                arguments(
                        "reasoningMaxTokens",
                        "32000",
                        FastRouterConstants.REASONING_EFFORT,
                        "HIGH",
                        "/reasoning",
                        "{\"effort\":\"high\"}"),
                arguments(
                        "audioVoice=nova&audioFormat",
                        "wav",
                        FastRouterConstants.AUDIO_FORMAT,
                        "flac",
                        "/audio",
                        "{\"voice\":\"nova\",\"format\":\"flac\"}"),
                arguments("stream", "true", FastRouterConstants.STREAM, false, "/stream", ""),
                arguments(
                        "stream=true&includeUsage",
                        "false",
                        FastRouterConstants.INCLUDE_USAGE,
                        true,
                        "/stream_options",
                        "{\"include_usage\":true}"),
                arguments(
                        "systemMessage",
                        "Be brief",
                        FastRouterConstants.SYSTEM_MESSAGE,
                        "Be long",
                        "/messages/0",
                        "{\"role\":\"system\",\"content\":\"Be long\"}"),
                arguments(
                        "additionalBody.top_k",
                        "40",
                        FastRouterConstants.ADDITIONAL_BODY,
                        Map.of("top_k", 50),
                        "/top_k",
                        "50"),
                arguments(
                        "additionalBody.max_completion_tokens",
                        "5",
                        FastRouterConstants.MAX_TOKENS,
                        6,
                        "/max_completion_tokens",
                        "5"));
    }

    @ParameterizedTest(name = "{0}={1}, {2}")
    @MethodSource("overrides")
    void header_besideTheOptionOfTheEndpoint_wins(
            String option, String value, String header, Object inHeader, String where, String sent) throws Exception {
        String uri = "fastrouter:chat?" + option + "=RAW(" + value + ")";

        assertSent(send(uri, "Hi", Map.of(header, inHeader)), where, sent);
    }

    private static void assertSent(Exchange exchange, String where, String value) throws Exception {
        assertThat(exchange.getException()).isNull();
        assertAsDocumented();
        JsonNode found = sent().at(where);
        if (value.isEmpty()) {
            assertThat(found.isMissingNode()).isTrue();
        } else {
            assertThat(found).isEqualTo(JSON.readTree(value));
        }
    }

    @Test
    void headers_cannotNameResourcesOrClasses() {
        Exchange resource = send(
                "fastrouter:chat", "Hi", Map.of(FastRouterConstants.TOOLS, "resource:classpath:contract/tools.json"));
        Exchange type = send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.OUTPUT_CLASS, "java.awt.Point"));

        assertThat(resource.getException()).isInstanceOf(FastRouterRequestException.class);
        assertThat(type.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("must be a Class");
    }

    @Test
    void additionalBody_asTextInAHeader_isReadAsJson() {
        send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.ADDITIONAL_BODY, "{\"top_k\":50,\"a\":{\"b\":1}}"));

        assertThat(sent().path("top_k").intValue()).isEqualTo(50);
        assertThat(sent().at("/a/b").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{\"secret\":", "{\"stream\":\"secret\"}", "[\"secret\"]"})
    void additionalBody_thatIsNoMapOfFields_isRefusedWithoutShowingIt(String value) {
        Exchange exchange = send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.ADDITIONAL_BODY, value));

        assertThat(exchange.getException(FastRouterRequestException.class))
                .hasMessageContaining("CamelFastRouterAdditionalBody")
                .hasMessageContaining("a JSON object")
                .hasMessageNotContaining("secret");
    }

    @Test
    void spokenAnswer_withoutAVoice_isRefused() {
        Exchange exchange = send("fastrouter:chat?modalities=text,audio", "Hi");

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("audioVoice");
    }

    @Test
    void header_thatIsNoNumber_isRefused() {
        Exchange words = send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.TEMPERATURE, "warm"));
        Exchange fraction = send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.MAX_TOKENS, 1.5));

        assertThat(words.getException()).hasMessageContaining("CamelFastRouterTemperature=warm");
        assertThat(fraction.getException()).hasMessageContaining("CamelFastRouterMaxTokens=1.5");
    }
}
