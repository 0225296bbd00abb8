package ai.fastrouter.camel.test.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatAnswerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private static final String WEATHER = """
            "tools":[{"type":"function","function":{"name":"get_weather","description":"Current weather of a city",
              "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}},
             {"type":"function","function":{"name":"book_table","description":"Books a table in a restaurant",
              "parameters":{"type":"object","properties":{"people":{"type":"integer","minimum":1}}}}}]""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | Hello! How can I help you today?",
                "What is 2 + 3 * 4? | 2 + 3 * 4 = 14.",
                "How much is (10 - 4) divided by 4? | (10 - 4) / 4 = 1.5.",
                "What is the capital of France? | The capital of France is Paris.",
                "Say: good night | good night",
                "Summarize: Camels are strong. They walk far. | In short: Camels are strong.",
                "My flight is on 2026-01-02 | You said: My flight is on 2026-01-02",
                "Why is the sky blue? | You asked: Why is the sky blue? I am the local gateway and know only greetings, sums, capitals and your tools."
            })
    void question_known_getsUsefulAnswer(String question, String answer) throws Exception {
        JsonNode json = ask("\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]");
        assertThat(json.at("/choices/0/message/content").asText()).isEqualTo(answer);
        assertThat(json.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    }

    @Test
    void usage_whole_countsTokensAndCost() throws Exception {
        JsonNode usage = ask(user("Say: 12345678")).path("usage");
        assertThat(usage.path("prompt_tokens").asInt()).isEqualTo(7);
        assertThat(usage.path("completion_tokens").asInt()).isEqualTo(2);
        assertThat(usage.path("total_tokens").asInt()).isEqualTo(9);
        assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.000015");
        assertThat(usage.path("provider").asText()).isEqualTo("openai");
    }

    @Test
    void tools_fittingQuestion_callsWithArguments() throws Exception {
        JsonNode choice =
                ask(user("What is the weather in Oslo?") + "," + WEATHER).at("/choices/0");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/content").isNull()).isTrue();
        JsonNode call = choice.at("/message/tool_calls/0");
        assertThat(call.at("/function/name").asText()).isEqualTo("get_weather");
        assertThat(call.at("/function/arguments").asText()).isEqualTo("{\"city\":\"Oslo\"}");
        assertThat(call.path("id").asText()).startsWith("call_");
    }

    @Test
    void tools_listOfNames_callsForEach() throws Exception {
        JsonNode calls = ask(user("Compare the weather in Oslo and Rome") + "," + WEATHER)
                .at("/choices/0/message/tool_calls");
        assertThat(calls).hasSize(2);
        assertThat(calls.at("/1/function/arguments").asText()).isEqualTo("{\"city\":\"Rome\"}");
    }

    @Test
    void tools_notFitting_answersInWords() throws Exception {
        JsonNode choice = ask(user("hello") + "," + WEATHER).at("/choices/0");
        assertThat(choice.at("/message/content").asText()).startsWith("Hello!");
    }

    @Test
    void tools_namedChoice_isCalled() throws Exception {
        JsonNode call = ask(user("For 4 please") + "," + WEATHER
                        + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"book_table\"}}")
                .at("/choices/0/message/tool_calls/0/function");
        assertThat(call.path("name").asText()).isEqualTo("book_table");
        assertThat(call.path("arguments").asText()).isEqualTo("{\"people\":4}");
    }

    @Test
    void toolResult_given_isPutIntoWords() throws Exception {
        String turns = """
                "messages":[{"role":"user","content":"Weather in Oslo?"},
                 {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
                   "function":{"name":"get_weather","arguments":"{}"}}]},
                 {"role":"tool","tool_call_id":"c1","content":"{\\"temperature\\":21,\\"sky\\":\\"clear\\"}"}],""";
        JsonNode json = ask(turns + WEATHER);
        assertThat(json.at("/choices/0/message/content").asText())
                .isEqualTo("get_weather says: temperature is 21, sky is clear.");
    }

    @Test
    void jsonSchema_given_isMatched() throws Exception {
        String format = """
                ,"response_format":{"type":"json_schema","json_schema":{"name":"trip","strict":true,"schema":
                 {"type":"object","required":["city","days","mood","stops"],"additionalProperties":false,"properties":{
                  "city":{"type":"string"},"days":{"type":"integer","maximum":30},"mood":{"enum":["calm","wild"]},
                  "stops":{"type":"array","minItems":2,"items":{"$ref":"#/$defs/stop"}}},
                  "$defs":{"stop":{"type":"object","properties":{"ok":{"type":["boolean","null"]}}}}}}}""";
        JsonNode json = ask(user("A wild trip to Lisbon for 5 days") + format);
        JsonNode trip = MAPPER.readTree(json.at("/choices/0/message/content").asText());
        assertThat(trip)
                .isEqualTo(MAPPER.readTree(
                        "{\"city\":\"Lisbon\",\"days\":5,\"mood\":\"wild\",\"stops\":[{\"ok\":true},{\"ok\":true}]}"));
    }

    @Test
    void jsonObject_given_isJson() throws Exception {
        JsonNode json = ask(user("Say: hi") + ",\"response_format\":{\"type\":\"json_object\"}");
        assertThat(json.at("/choices/0/message/content").asText()).isEqualTo("{\"answer\":\"hi\"}");
    }

    @Test
    void attachments_given_areNamed() throws Exception {
        JsonNode json = ask("""
                "messages":[{"role":"user","content":[{"type":"text","text":"hello"},
                 {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},
                 {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,AAAAAA=="}},
                 {"type":"video_url","video_url":{"url":"https://example.com/v.mp4"}}]}]""");
        assertThat(json.at("/choices/0/message/content").asText())
                .isEqualTo("I received an image (image/png, 3 bytes) and the file a.pdf (application/pdf, 4 bytes)"
                        + " and a video at https://example.com/v.mp4. Hello! How can I help you today?");
    }

    @Test
    void inputAudio_spoken_isUnderstood() throws Exception {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        Voice.speak("What is the capital of Norway?", AudioFormat.WAV, 4, audio);
        String data = Base64.getEncoder().encodeToString(audio.toByteArray());
        JsonNode json = ask("\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{"
                + "\"format\":\"wav\",\"data\":\"" + data + "\"}}]}]");
        assertThat(json.at("/choices/0/message/content").asText()).isEqualTo("The capital of Norway is Oslo.");
        assertThat(json.at("/usage/prompt_tokens_details/audio_tokens").asInt()).isPositive();
    }

    @Test
    void modalities_audio_speaksTheAnswer() throws Exception {
        JsonNode message = ask(user("Say: hi there")
                        + ",\"modalities\":[\"text\",\"audio\"],\"audio\":{\"voice\":\"nova\",\"format\":\"wav\"}")
                .at("/choices/0/message");
        assertThat(message.path("content").isNull()).isTrue();
        assertThat(message.at("/audio/transcript").asText()).isEqualTo("hi there");
        byte[] audio = Base64.getDecoder().decode(message.at("/audio/data").asText());
        assertThat(Voice.hear(new ByteArrayInputStream(audio))).hasValue("hi there");
    }

    @Test
    void reasoning_asked_isTold() throws Exception {
        JsonNode json = ask(user("hello") + ",\"reasoning\":{\"effort\":\"high\"}");
        assertThat(json.at("/choices/0/message/reasoning/text").asText()).isNotBlank();
        assertThat(json.at("/choices/0/message/reasoning_details/0/type").asText())
                .isEqualTo("reasoning.text");
        assertThat(json.at("/usage/completion_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(80);
        JsonNode hidden = ask(user("hello") + ",\"reasoning\":{\"effort\":\"low\",\"exclude\":true}");
        assertThat(hidden.at("/choices/0/message").has("reasoning")).isFalse();
        assertThat(hidden.at("/usage/completion_tokens_details/reasoning_tokens")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void maxTokens_small_cutsTheAnswer() throws Exception {
        JsonNode choice = ask(user("Say: abcdefghijkl") + ",\"max_tokens\":2").at("/choices/0");
        assertThat(choice.at("/message/content").asText()).isEqualTo("abcdefgh");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, Integer.MAX_VALUE, Long.MAX_VALUE})
    void maxTokens_largeEnough_leavesTheAnswerWhole(long tokens) throws Exception {
        JsonNode choice =
                ask(user("Say: abcdefghijkl") + ",\"max_tokens\":" + tokens).at("/choices/0");
        assertThat(choice.at("/message/content").asText()).isEqualTo("abcdefghijkl");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    }

    @Test
    void stop_inAnswer_endsBeforeIt() throws Exception {
        JsonNode choice = ask(user("Say: one two three") + ",\"stop\":[\"three\",\" two\"]")
                .at("/choices/0");
        assertThat(choice.at("/message/content").asText()).isEqualTo("one");
    }

    @Test
    void arouter_chat_hasItsIdAndRateLimitHeaders() throws Exception {
        var response = Call.post(GATEWAY.arouterUrl() + "/chat/completions", "{" + user("hello") + "}");
        assertThat(MAPPER.readTree(response.body()).path("id").asText()).startsWith("chatcmpl-");
        assertThat(response.headers().firstValue("x-ratelimit-limit")).hasValue("600");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void schema_requiringItself_isAnsweredAnyway() throws Exception {
        JsonNode json = ask(user("hello") + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{"
                + "\"name\":\"loop\",\"schema\":{\"type\":\"object\",\"required\":[\"next\"],"
                + "\"properties\":{\"next\":{\"$ref\":\"#\"}}}}}");
        assertThat(json.at("/choices/0/message/content").asText()).startsWith("{\"next\":{\"next\":");
    }

    @Test
    void question_huge_isAnsweredQuickly() throws Exception {
        long start = System.nanoTime();
        JsonNode json = ask(user("((1 Oslo ".repeat(500_000)) + "," + WEATHER);
        assertThat(json.path("choices")).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private static String user(String question) {
        return "\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]";
    }

    private static JsonNode ask(String fields) throws Exception {
        var response =
                Call.post(GATEWAY.baseUrl() + "/chat/completions", "{\"model\":\"openai/gpt-4o\"," + fields + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }
}
