package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.Option;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are not allowed: by URI the route does not start, by header nothing is sent. */
class ChatRangesTest extends ContractTestSupport {

    /**
     * A value that is not allowed.
     *
     * @param option  the option
     * @param with    what else the endpoint has
     * @param value   the value
     * @param shown   how the error shows it
     * @param allowed what the error says is allowed
     */
    record Refused(String option, String with, Object value, String shown, String allowed) {

        static Refused of(String option, Object value, String allowed) {
            return new Refused(option, "", value, value.toString(), allowed);
        }

        Refused shown(String text) {
            return new Refused(option, with, value, text, allowed);
        }

        Refused with(String options) {
            return new Refused(option, options, value, shown, allowed);
        }

        @Override
        public String toString() {
            return option + "=" + value;
        }
    }

    static Stream<Refused> values() {
        return Stream.of(
                Refused.of("temperature", -0.1, "a number from 0 to 2"),
                Refused.of("temperature", 2.1, "a number from 0 to 2"),
                Refused.of("maxTokens", 0, "a whole number of at least 1"),
                Refused.of("maxTokens", -5, "a whole number of at least 1"),
                Refused.of("topP", -0.01, "a number from 0 to 1"),
                Refused.of("topP", 1.01, "a number from 0 to 1"),
                Refused.of("frequencyPenalty", -2.1, "a number from -2 to 2"),
                Refused.of("frequencyPenalty", 2.1, "a number from -2 to 2"),
                Refused.of("presencePenalty", -2.1, "a number from -2 to 2"),
                Refused.of("presencePenalty", 2.1, "a number from -2 to 2"),
                Refused.of("stop", "a,b,c,d,e", "1 to 4 texts, none of them empty"),
                Refused.of("stop", "a,,b", "1 to 4 texts, none of them empty"),
                Refused.of("models", "a,,b", "a list of at least one text, none of them empty"),
                Refused.of("providerOnly", ",", "a list of at least one text, none of them empty"),
                Refused.of("providerOrder", "a,,b", "a list of at least one text, none of them empty"),
                Refused.of("providerAllowFallbacks", "maybe", "true or false"),
                Refused.of("requestTags", "a, ,b", "a list of at least one text, none of them empty"),
                Refused.of("tools", "[]", "a JSON array of tool definitions"),
                Refused.of("tools", "{\"type\":\"function\"}", "a JSON array of tool definitions"),
                Refused.of("tools", "[{\"type\":]", "a JSON array of tool definitions"),
                Refused.of("tools", "[1]", "a JSON array of tool definitions"),
                Refused.of("toolChoice", "{nothing}", "none, auto, required, the name of a function, or a JSON object"),
                Refused.of("responseFormat", "xml", "one of text, json_object, json_schema"),
                Refused.of("jsonSchema", "[1]", "a JSON schema"),
                Refused.of("aspectRatio", "2:1", "one of 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9, 21:9"),
                Refused.of("reasoningEffort", "some", "one of low, medium, high"),
                Refused.of("reasoningMaxTokens", 1023, "a whole number from 1024 to 32000"),
                Refused.of("reasoningMaxTokens", 32001, "a whole number from 1024 to 32000"),
                Refused.of("reasoningMaxTokens", 2000, "it must be less than").with("maxTokens=2000"),
                Refused.of("reasoningExclude", "1", "true or false"),
                Refused.of("reasoningEnabled", "on", "true or false"),
                Refused.of("modalities", "text,smell", "a list of text, audio, image"),
                Refused.of("audioFormat", "ogg", "one of mp3, wav, flac, opus, aac, pcm16"),
                Refused.of("audioFormat", "mp3", "pcm16 with streamOutput=audio")
                        .with("stream=true&streamOutput=audio&audioVoice=nova"),
                Refused.of("output", "stream", "one of text, response, json, audio"),
                Refused.of("streamOutput", "bytes", "one of chunks, text, sse, audio"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_notAllowedInTheUri_theRouteDoesNotStart(Refused refused) {
        String value = "RAW(" + refused.value() + ")";

        assertNotStarted(refused.with(), refused.option() + "=" + value)
                .hasMessageContaining("Option " + refused.option() + "=" + refused.shown() + " is not valid")
                .hasMessageContaining(refused.allowed());
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_notAllowedInItsHeader_nothingIsSent(Refused refused) throws Exception {
        Option<?> option = option(refused.option());

        assertNotSent(refused.with(), Map.of(option.header(), refused.value()))
                .hasMessageContaining("Header " + option.header() + "=" + refused.shown() + " is not valid")
                .hasMessageContaining(refused.allowed());
    }

    /** Two options, of which only one may be set. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                pair("providerOnly", "openai", "providerOrder", "azure", "can't be used together"),
                pair("reasoningEffort", "low", "reasoningMaxTokens", 2000, "can't be used together"),
                pair("jsonSchema", "{\"type\":\"object\"}", "responseFormat", "text", "can't be used together"),
                pair("jsonSchema", "{\"type\":\"object\"}", "responseFormat", "json_object", "can't be used together"),
                pair("audioVoice", "nova", "modalities", "text", "needs audio among"));
    }

    private static Arguments pair(Object... values) {
        return Arguments.of(values);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void optionsThatExcludeEachOther_inTheUri_theRouteDoesNotStart(
            String one, Object value, String other, Object otherValue, String why) {
        assertNotStarted("", one + "=RAW(" + value + ")&" + other + "=RAW(" + otherValue + ")")
                .hasMessageContaining("Option " + one)
                .hasMessageContaining(other)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void optionsThatExcludeEachOther_inHeaders_nothingIsSent(
            String one, Object value, String other, Object otherValue, String why) throws Exception {
        assertNotSent("", Map.of(option(one).header(), value, option(other).header(), otherValue))
                .hasMessageContaining("Header " + option(one).header())
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "streamOutput=audio&audioVoice=nova | streamOutput=audio needs stream=true",
                "output=audio&stream=true&audioVoice=nova | output=audio can't be used together with stream=true",
                "outputClass=java.lang.String&stream=true | outputClass",
                "outputClass=no.such.Class | outputClass=no.such.Class is not valid",
                "tools=resource:classpath:no-such.json | tools=resource:classpath:no-such.json is not valid",
                "responseFormat=json_schema | responseFormat=json_schema needs the option jsonSchema or outputClass",
                "additionalBody.messages=none | additionalBody=[messages] is not valid",
                "additionalBody.stream=true | additionalBody=[stream] is not valid",
            })
    void optionsThatMakeNoSense_inTheUri_theRouteDoesNotStart(String options, String why) {
        assertNotStarted("", options).hasMessageContaining("Option " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream=true&streamOutput=audio&modalities=text | streamOutput=audio",
                "output=audio&modalities=text | output=audio"
            })
    void spokenAnswer_withoutTheModality_theRouteDoesNotStart(String options, String option) {
        assertNotStarted("", options).hasMessageContaining(option + " needs audio among Option modalities=text");
    }

    @Test
    void outputClass_namedByAHeader_isNotLoaded() throws Exception {
        assertNotSent("", Map.of(FastRouterConstants.OUTPUT_CLASS, OptionCases.Pet.class.getName()))
                .hasMessageContaining("CamelFastRouterOutputClass")
                .hasMessageContaining("must be a Class");
    }

    @Test
    void model_unsetAtFastRouter_nothingIsSent() throws Exception {
        Exchange exchange = send(chat(FastRouterGateway.fastrouter, ""), OptionCase.TEXT, Map.of());

        assertThat(local().requests()).isEmpty();
        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("option model")
                .hasMessageContaining("CamelFastRouterModel");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertNotStarted(String with, String option) {
        String uri = chat(FastRouterGateway.fastrouter, options(with) + "&" + option);
        Throwable failure = catchThrowable(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:refused").routeId("refused").to(uri);
            }
        }));
        assertThat(failure).isInstanceOf(FailedToStartRouteException.class).hasMessageContaining("refused");
        return assertThat(failure).rootCause().isInstanceOf(IllegalArgumentException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertNotSent(String with, Map<String, Object> headers)
            throws Exception {
        Exchange exchange = send(chat(FastRouterGateway.fastrouter, options(with)), OptionCase.TEXT, headers);
        assertThat(local().requests()).isEmpty();
        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterRequestException.class, e -> {
            assertThat(e.getCode()).isEqualTo("invalid_option");
            assertThat(e.getStatus()).isZero();
        });
        return assertThat((Throwable) exchange.getException());
    }

    private static String options(String with) {
        return "model=" + OptionCase.MODEL + (with.isEmpty() ? "" : "&" + with);
    }

    private static Option<?> option(String name) {
        return ChatOptions.ALL.all().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
