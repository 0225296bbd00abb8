package ai.fastrouter.camel.examples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole example, as the command does, with routes in Java and in YAML. */
@Timeout(30)
class ToolsTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void question_thatNeedsATool_isAnsweredWithItsResult(boolean yaml) throws Exception {
        String answer = ask("What is the weather in Oslo?", yaml);

        assertThat(answer).contains("4 degrees and rain");
        assertThat(GATEWAY.gateway().requests()).hasSize(2);
        assertThat(messages("role")).containsExactly("user", "assistant", "tool");
        assertThat(messages("content")).endsWith("4 degrees and rain");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void question_thatNeedsTwoCalls_getsBothResultsAtOnce(boolean yaml) throws Exception {
        String answer = ask("What is the weather in Oslo and Rome?", yaml);

        assertThat(answer).contains("4 degrees and rain").contains("21 degrees and sun");
        assertThat(messages("role")).containsExactly("user", "assistant", "tool", "tool");
        assertThat(messages("content")).endsWith("4 degrees and rain", "21 degrees and sun");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void question_thatNeedsAnotherTool_callsThatOne(boolean yaml) throws Exception {
        assertThat(ask("What time is it?", yaml)).containsPattern("\\d\\d:\\d\\d UTC");
        assertThat(messages("role")).containsExactly("user", "assistant", "tool");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void question_thatNeedsNoTool_isAnsweredAtOnce(boolean yaml) throws Exception {
        assertThat(ask("Say: Good morning", yaml)).isEqualTo("Good morning");
        assertThat(GATEWAY.gateway().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tools_calledOneAfterTheOther_goOnUntilThereIsAnAnswer(boolean yaml) throws Exception {
        GATEWAY.gateway()
                .onChat()
                .reply(
                        Reply.toolCall("get_weather", "{\"city\":\"Oslo\"}"),
                        Reply.toolCall("get_weather", "{\"city\":\"Nowhere\"}"),
                        Reply.chat("Done"));

        assertThat(ask("Compare", yaml)).isEqualTo("Done");
        assertThat(messages("role")).containsExactly("user", "assistant", "tool", "assistant", "tool");
        assertThat(messages("content")).endsWith("not known");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tool_thatIsNotThereOrGetsNonsense_isReportedToTheModel(boolean yaml) throws Exception {
        GATEWAY.gateway()
                .onChat()
                .reply(
                        Reply.toolCall("get_money", "{}").andToolCall("get_weather", "{\"city\":"),
                        Reply.chat("I can't"));

        assertThat(ask("Money?", yaml)).isEqualTo("I can't");
        assertThat(messages("content")).endsWith("This tool is not available.", "This tool is not available.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void model_thatNeverStops_isStopped(boolean yaml) throws Exception {
        GATEWAY.gateway().onChat().always(Reply.toolCall("get_weather", "{\"city\":\"Oslo\"}"));

        ask("Again and again", yaml);

        assertThat(GATEWAY.gateway().requests()).hasSize(10);
    }

    private static String ask(String question, boolean yaml) throws Exception {
        return Tools.ask(
                question,
                yaml,
                Map.of(
                        "camel.component.fastrouter.base-url",
                        GATEWAY.baseUrl(),
                        "camel.component.fastrouter.api-key",
                        "any"));
    }

    /** A field of all messages of the last request. */
    private static List<String> messages(String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode message : GATEWAY.gateway().lastRequest().json().path("messages")) {
            values.add(message.path(field).asText());
        }
        return values;
    }
}
