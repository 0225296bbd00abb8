package ai.fastrouter.camel.test.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamAnswerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @Test
    void text_streamed_comesInWords() throws Exception {
        List<JsonNode> chunks = stream("Say: one two three", "");
        assertThat(chunks.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(texts(chunks, "/choices/0/delta/content")).containsExactly("", "one ", "two ", "three");
        assertThat(chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(chunks).allMatch(chunk -> !chunk.has("usage"));
    }

    @Test
    void usage_included_isTheLastChunk() throws Exception {
        List<JsonNode> chunks = stream("hello", ",\"stream_options\":{\"include_usage\":true}");
        JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.path("choices")).isEmpty();
        assertThat(last.at("/usage/total_tokens").asInt()).isPositive();
    }

    @Test
    void toolCall_streamed_comesInFragments() throws Exception {
        List<JsonNode> chunks = stream(
                "weather in Oslo",
                ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":"
                        + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]");
        assertThat(texts(chunks, "/choices/0/delta/tool_calls/0/function/name")).containsExactly("weather");
        assertThat(String.join("", texts(chunks, "/choices/0/delta/tool_calls/0/function/arguments")))
                .isEqualTo("{\"city\":\"Oslo\"}");
        assertThat(texts(chunks, "/choices/0/finish_reason")).containsExactly("tool_calls");
    }

    @Test
    void audio_streamed_comesAsPcm() throws Exception {
        List<JsonNode> chunks = stream(
                "Say: hi there",
                ",\"modalities\":[\"text\",\"audio\"],\"audio\":{\"voice\":\"nova\",\"format\":\"pcm16\"}");
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (String data : texts(chunks, "/choices/0/delta/audio/data")) {
            audio.write(Base64.getDecoder().decode(data));
        }
        assertThat(Voice.hear(new ByteArrayInputStream(audio.toByteArray()))).hasValue("hi there");
        assertThat(String.join("", texts(chunks, "/choices/0/delta/audio/transcript")))
                .isEqualTo("hi there");
    }

    @Test
    void reasoning_streamed_comesBeforeTheText() throws Exception {
        List<JsonNode> chunks = stream("hello", ",\"reasoning\":{\"effort\":\"low\"}");
        assertThat(String.join("", texts(chunks, "/choices/0/delta/reasoning"))).startsWith("The question is clear.");
        assertThat(chunks.get(1).at("/choices/0/delta").has("reasoning")).isTrue();
    }

    private static List<String> texts(List<JsonNode> chunks, String pointer) {
        return chunks.stream()
                .map(chunk -> chunk.at(pointer))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> stream(String question, String fields) throws Exception {
        String json = Call.chatJson(question, true);
        String body = Call.post(
                        GATEWAY.baseUrl() + "/chat/completions", json.substring(0, json.length() - 1) + fields + "}")
                .body();
        assertThat(body).endsWith("\n\ndata: [DONE]\n\n");
        return chunks(body);
    }

    private static List<JsonNode> chunks(String body) throws IOException {
        List<JsonNode> chunks = new ArrayList<>();
        for (String line : body.split("\n\n")) {
            if (!line.equals("data: [DONE]")) {
                chunks.add(MAPPER.readTree(line.substring("data: ".length())));
            }
        }
        return chunks;
    }
}
