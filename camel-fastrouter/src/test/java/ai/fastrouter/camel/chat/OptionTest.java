package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option: what it sends, what overrides it, which values it does not take. */
class OptionTest extends ChatTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOOLS =
            "[{\"type\":\"function\",\"function\":{\"name\":\"wx\",\"parameters\":{\"type\":\"object\"}}}]";

    /** Option, its value in the URI, what is sent where; the header, its value, what is then sent there. */
    static Stream<Arguments> options() {
        return Stream.of(
                arguments("model", "a/b:free", "/model", "\"a/b:free\"", FastRouterConstants.MODEL, "c/d", "\"c/d\""),
                arguments("temperature", "0", "/temperature", "0.0", FastRouterConstants.TEMPERATURE, 2, "2.0"),
                arguments("maxTokens", "1", "/max_tokens", "1", FastRouterConstants.MAX_TOKENS, "9", "9"),
                arguments("topP", "0.5", "/top_p", "0.5", FastRouterConstants.TOP_P, 1.0, "1.0"),
                arguments(
                        "frequencyPenalty",
                        "-2",
                        "/frequency_penalty",
                        "-2.0",
                        FastRouterConstants.FREQUENCY_PENALTY,
                        1,
                        "1.0"),
                arguments(
                        "presencePenalty",
                        "2",
                        "/presence_penalty",
                        "2.0",
                        FastRouterConstants.PRESENCE_PENALTY,
                        -1,
                        "-1.0"),
                arguments(
                        "stop",
                        "END, STOP",
                        "/stop",
                        "[\"END\",\"STOP\"]",
                        FastRouterConstants.STOP,
                        List.of("a,b", "\n"),
                        "[\"a,b\",\"\\n\"]"),
                arguments("seed", "7", "/seed", "7", FastRouterConstants.SEED, 8L, "8"),
                arguments("user", "u1", "/user", "\"u1\"", FastRouterConstants.USER, "u2", "\"u2\""),
                arguments(
                        "models",
                        "x/1, x/2",
                        "/models",
                        "[\"x/1\",\"x/2\"]",
                        FastRouterConstants.MODELS,
                        "y/1",
                        "[\"y/1\"]"),
                arguments(
                        "providerOnly",
                        "openai",
                        "/provider",
                        "{\"only\":[\"openai\"]}",
                        FastRouterConstants.PROVIDER_ORDER,
                        "azure,openai",
                        "{\"order\":[\"azure\",\"openai\"]}"),
                arguments(
                        "providerOrder",
                        "openai",
                        "/provider",
                        "{\"order\":[\"openai\"]}",
                        FastRouterConstants.PROVIDER_ONLY,
                        List.of("azure"),
                        "{\"only\":[\"azure\"]}"),
                arguments(
                        "providerAllowFallbacks",
                        "false",
                        "/provider",
                        "{\"allow_fallbacks\":false}",
                        FastRouterConstants.PROVIDER_ALLOW_FALLBACKS,
                        true,
                        "{\"allow_fallbacks\":true}"),
                arguments(
                        "tools",
                        TOOLS,
                        "/tools",
                        TOOLS,
                        FastRouterConstants.TOOLS,
                        List.of(Map.of("type", "function", "function", Map.of("name", "t"))),
                        "[{\"type\":\"function\",\"function\":{\"name\":\"t\"}}]"),
                arguments(
                        "tools",
                        "resource:classpath:contract/tools.json",
                        "/tools/0/function/name",
                        "\"weather\"",
                        FastRouterConstants.TOOLS,
                        TOOLS,
                        "\"wx\""),
                arguments(
                        "tools=RAW(" + TOOLS + ")&toolChoice",
                        "required",
                        "/tool_choice",
                        "\"required\"",
                        FastRouterConstants.TOOL_CHOICE,
                        "wx",
                        "{\"type\":\"function\",\"function\":{\"name\":\"wx\"}}"),
                arguments(
                        "tools=RAW(" + TOOLS + ")&toolChoice",
                        "auto",
                        "/tool_choice",
                        "\"auto\"",
                        FastRouterConstants.TOOL_CHOICE,
                        "{\"type\":\"function\",\"function\":{\"name\":\"wx\"}}",
                        "{\"type\":\"function\",\"function\":{\"name\":\"wx\"}}"),
                arguments(
                        "responseFormat",
                        "json_object",
                        "/response_format",
                        "{\"type\":\"json_object\"}",
                        FastRouterConstants.RESPONSE_FORMAT,
                        "text",
                        "{\"type\":\"text\"}"),
                arguments(
                        "jsonSchema",
                        "{\"title\":\"A pet\",\"type\":\"object\",\"additionalProperties\":false}",
                        "/response_format/json_schema",
                        "{\"name\":\"A_pet\",\"strict\":true,\"schema\":{\"title\":\"A pet\",\"type\":\"object\","
                                + "\"additionalProperties\":false}}",
                        FastRouterConstants.JSON_SCHEMA,
                        Map.of("type", "object"),
                        "{\"name\":\"answer\",\"schema\":{\"type\":\"object\"}}"),
                arguments(
                        "requestTags",
                        "team/a,b",
                        "/request_tags",
                        "[\"team/a\",\"b\"]",
                        FastRouterConstants.REQUEST_TAGS,
                        List.of("c"),
                        "[\"c\"]"),
                arguments(
                        "aspectRatio",
                        "16:9",
                        "/aspectRatio",
                        "\"16:9\"",
                        FastRouterConstants.ASPECT_RATIO,
                        "1:1",
                        "\"1:1\""),
                arguments(
                        "reasoningEffort",
                        "low",
                        "/reasoning",
                        "{\"effort\":\"low\"}",
                        FastRouterConstants.REASONING_MAX_TOKENS,
                        1024,
                        "{\"max_tokens\":1024}"),
                arguments(
                        "reasoningMaxTokens",
                        "32000",
                        "/reasoning",
                        "{\"max_tokens\":32000}",
                        FastRouterConstants.REASONING_EFFORT,
                        "HIGH",
                        "{\"effort\":\"high\"}"),
                arguments(
                        "reasoningExclude",
                        "true",
                        "/reasoning",
                        "{\"exclude\":true}",
                        FastRouterConstants.REASONING_EXCLUDE,
                        "false",
                        "{\"exclude\":false}"),
                arguments(
                        "reasoningEnabled",
                        "false",
                        "/reasoning",
                        "{\"enabled\":false}",
                        FastRouterConstants.REASONING_ENABLED,
                        true,
                        "{\"enabled\":true}"),
                arguments(
                        "modalities",
                        "text",
                        "/modalities",
                        "[\"text\"]",
                        FastRouterConstants.MODALITIES,
                        "text,image",
                        "[\"text\",\"image\"]"),
                arguments(
                        "audioVoice",
                        "nova",
                        "/audio",
                        "{\"voice\":\"nova\",\"format\":\"mp3\"}",
                        FastRouterConstants.AUDIO_VOICE,
                        "onyx",
                        "{\"voice\":\"onyx\",\"format\":\"mp3\"}"),
                arguments(
                        "audioVoice=nova&audioFormat",
                        "wav",
                        "/audio/format",
                        "\"wav\"",
                        FastRouterConstants.AUDIO_FORMAT,
                        "flac",
                        "\"flac\""),
                arguments("stream", "true", "/stream", "true", FastRouterConstants.STREAM, false, ""),
                arguments(
                        "stream=true&includeUsage",
                        "false",
                        "/stream_options",
                        "",
                        FastRouterConstants.INCLUDE_USAGE,
                        true,
                        "{\"include_usage\":true}"),
                arguments(
                        "systemMessage",
                        "Be brief",
                        "/messages/0",
                        "{\"role\":\"system\",\"content\":\"Be brief\"}",
                        FastRouterConstants.SYSTEM_MESSAGE,
                        "Be long",
                        "{\"role\":\"system\",\"content\":\"Be long\"}"),
                arguments(
                        "additionalBody.top_k",
                        "40",
                        "/top_k",
                        "40",
                        FastRouterConstants.ADDITIONAL_BODY,
                        Map.of("top_k", 50),
                        "50"),
                arguments(
                        "additionalBody.metadata",
                        "{\"a\":\"b\"}",
                        "/metadata",
                        "{\"a\":\"b\"}",
                        FastRouterConstants.ADDITIONAL_BODY,
                        Map.of("metadata", Map.of("c", "d")),
                        "{\"c\":\"d\"}"),
                arguments(
                        "additionalBody.max_completion_tokens",
                        "5",
                        "/max_completion_tokens",
                        "5",
                        FastRouterConstants.MAX_TOKENS,
                        6,
                        "5"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("options")
    void option_ofTheEndpointOrTheMessage_isSent(
            String option, String value, String where, String sent, String header, Object inHeader, String instead)
            throws Exception {
        String uri = "fastrouter:chat?" + option + "=RAW(" + value + ")";

        assertSent(send(uri, "Hi"), where, sent);
        assertSent(send(uri, "Hi", Map.of(header, inHeader)), where, instead);
    }

    private static void assertSent(Exchange exchange, String where, String value) throws Exception {
        assertThat(exchange.getException()).isNull();
        RequestSchema.assertValid(sent());
        JsonNode found = sent().at(where);
        if (value.isEmpty()) {
            assertThat(found.isMissingNode()).isTrue();
        } else {
            assertThat(found).isEqualTo(JSON.readTree(value));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature|2.1|0 to 2",
                "maxTokens|0|at least 1",
                "topP|-0.1|0 to 1",
                "frequencyPenalty|3|-2 to 2",
                "presencePenalty|-2.5|-2 to 2",
                "stop|a,b,c,d,e|1 to 4 texts",
                "tools|{}|JSON array",
                "tools|[|JSON array",
                "tools|[1]|JSON array",
                "responseFormat|xml|json_object",
                "jsonSchema|[]|JSON schema",
                "aspectRatio|7:3|16:9",
                "reasoningEffort|extreme|medium",
                "reasoningMaxTokens|1023|1024 to 32000",
                "reasoningMaxTokens|32001|1024 to 32000",
                "modalities|text,smell|audio",
                "audioFormat|midi|pcm16",
                "streamOutput|lines|chunks",
                "output|pdf|response"
            })
    void value_outOfRange_isRefusedWithNameValueAndRange(String option, String value, String range) {
        assertThatThrownBy(() -> context.getEndpoint("fastrouter:chat?" + option + "=RAW(" + value + ")")
                        .createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option " + option + "=" + value)
                .hasMessageContaining(range);

        String header = "CamelFastRouter" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        Exchange exchange = send("fastrouter:chat", "Hi", Map.of(header, value));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("Header " + header + "=" + value)
                .hasMessageContaining(range);
        assertThat(gateway().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "providerOnly=a&providerOrder=b|providerOnly|providerOrder",
                "reasoningEffort=low&reasoningMaxTokens=2000|reasoningEffort|reasoningMaxTokens",
                "reasoningMaxTokens=2000&maxTokens=2000|reasoningMaxTokens=2000|less than Option maxTokens=2000",
                "jsonSchema=RAW({})&responseFormat=text|jsonSchema|responseFormat=text",
                "responseFormat=json_schema|responseFormat=json_schema|jsonSchema or outputClass",
                "streamOutput=audio&audioVoice=a|streamOutput=audio|stream=true",
                "output=audio&stream=true&audioVoice=a|output=audio|streamOutput=audio",
                "stream=true&streamOutput=audio&audioVoice=a&audioFormat=mp3|audioFormat=mp3|pcm16",
                "stream=true&streamOutput=audio&modalities=text|streamOutput=audio|modalities=text",
                "output=audio&modalities=text|output=audio|modalities=text",
                "audioVoice=nova&modalities=text|audioVoice|modalities=text",
                "outputClass=java.awt.Point&stream=true|outputClass|stream=true",
                "outputClass=no.such.Type|outputClass=no.such.Type|name of a class",
                "additionalBody.stream=true|additionalBody|options of their own",
                "additionalBody.messages=x|additionalBody|options of their own",
                "tools=resource:classpath:nowhere.json|tools=resource:classpath:nowhere.json|no such resource"
            })
    void options_thatExcludeEachOther_failTheStart(String options, String named, String also) {
        assertThatThrownBy(
                        () -> context.getEndpoint("fastrouter:chat?" + options).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageContaining(also);
    }

    @Test
    void headers_thatExcludeEachOther_areRefused() {
        Exchange exchange = send(
                "fastrouter:chat",
                "Hi",
                Map.of(FastRouterConstants.PROVIDER_ONLY, "a", FastRouterConstants.PROVIDER_ORDER, "b"));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("Header CamelFastRouterProviderOnly and Header CamelFastRouterProviderOrder");
        assertThat(exchange.getException(FastRouterRequestException.class).getCode())
                .isEqualTo("invalid_option");
        assertThat(gateway().requestCount()).isZero();
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

    @Test
    void contract_isNotSatisfiedByAnything() throws Exception {
        assertThat(RequestSchema.isValid(JSON.readTree("{\"model\":\"m\",\"messages\":[]}")))
                .isFalse();
        assertThat(RequestSchema.isValid(JSON.readTree(
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"temprature\":1}")))
                .isFalse();
    }
}
