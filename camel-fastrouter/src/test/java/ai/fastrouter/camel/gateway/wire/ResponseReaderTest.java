package ai.fastrouter.camel.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which answers come in the wild. */
class ResponseReaderTest {

    private static ResponseReader read(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ResponseReader.read(bytes, bytes.length);
    }

    private static ChatMessage message(String json) throws IOException {
        return read("{\"choices\":[{\"message\":" + json + "}]}").response().message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reasoning\":\"why\"}",
                "{\"reasoning\":{\"text\":\"why\"}}",
                "{\"reasoning\":[{\"type\":\"reasoning.text\",\"text\":\"w\"},{\"type\":\"x\",\"text\":\"hy\"}]}",
                "{\"reasoning_content\":\"why\"}",
                "{\"reasoning\":null,\"reasoning_content\":\"why\"}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"why\",\"index\":0}]}"
            })
    void reasoning_inAnySpelling_isFound(String json) throws IOException {
        assertThat(message(json).reasoning()).isEqualTo("why");
    }

    @Test
    void reasoningThatIsEncrypted_isKeptForReplayOnly() throws IOException {
        ChatMessage message = message("{\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"zz\"}]}");

        assertThat(message.reasoning()).isNull();
        assertThat(message.forReplay().reasoningDetails())
                .isEqualTo(List.of(Map.of("type", "reasoning.encrypted", "data", "zz")));
    }

    @Test
    void contentInParts_isJoinedAndKept() throws IOException {
        ChatMessage message = message("{\"content\":[{\"type\":\"text\",\"text\":\"a\"},\"b\",{\"text\":\"c\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}},{\"odd\":1},7]}");

        assertThat(message.text()).isEqualTo("abc");
        assertThat(message.parts()).extracting("type").containsExactly("text", "text", "text", "image_url", "unknown");
    }

    @Test
    void numbers_inAnySpelling_areRead() throws IOException {
        ChatResponse response = read("{\"id\":17,\"created\":\"1700000000\",\"choices\":[{\"index\":0.0}],"
                        + "\"usage\":{\"prompt_tokens\":10.0,\"completion_tokens\":\"3\",\"total_tokens\":1e400,"
                        + "\"cost\":\"0.000010\"}}")
                .response();

        assertThat(response.id()).isEqualTo("17");
        assertThat(response.created()).isEqualTo(1700000000L);
        assertThat(response.usage().promptTokens()).isEqualTo(10L);
        assertThat(response.usage().completionTokens()).isEqualTo(3L);
        assertThat(response.usage().totalTokens()).isNull();
        assertThat(response.usage().cost()).hasToString("0.000010");
    }

    @Test
    void unknownFields_stayReachable() throws IOException {
        ChatResponse response =
                read("{\"guardrails\":{\"input\":{\"passed\":true}},\"cached\":false,\"citations\":null,"
                                + "\"choices\":[{\"message\":{\"content\":\"x\",\"images\":[{\"type\":\"image_url\"}]},"
                                + "\"logprobs\":{\"content\":[]}}],"
                                + "\"usage\":{\"is_byok\":false,\"prompt_tokens_details\":{\"cache_write_tokens\":2}}}")
                        .response();

        assertThat(response.additionalFields())
                .isEqualTo(Map.of("guardrails", Map.of("input", Map.of("passed", true)), "cached", false));
        assertThat(response.message().additionalFields()).containsKey("images");
        assertThat(response.choices().get(0).additionalFields()).containsKey("logprobs");
        assertThat(response.usage().toMap())
                .containsEntry("is_byok", false)
                .containsEntry("prompt_tokens_details", Map.of("cache_write_tokens", 2));
    }

    @Test
    void toolCalls_inAnyShape_areRead() throws IOException {
        ChatMessage message = message("{\"content\":null,\"tool_calls\":[{\"id\":1,\"type\":\"function\",\"function\":"
                + "{\"name\":\"a\",\"arguments\":{\"b\":[1]}},\"extra_content\":{\"x\":1}},null]}");

        assertThat(message.toolCalls()).hasSize(1);
        assertThat(message.toolCalls().get(0).id()).isEqualTo("1");
        assertThat(message.toolCalls().get(0).arguments()).isEqualTo("{\"b\":[1]}");
        assertThat(message.forReplay().toolCalls().get(0).additionalFields()).containsKey("extra_content");
    }

    @Test
    void spokenAnswer_isToldByItsTranscript() throws IOException {
        ChatResponse response = read("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null,\"audio\":"
                        + "{\"id\":\"a1\",\"data\":\"AAAA\",\"transcript\":\"Hello\",\"expires_at\":5}}}]}")
                .response();

        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.message().forReplay().audio()).hasToString("ChatAudio[a1]");
        assertThat(response.message().forReplay().audio().data()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":null}",
                "{\"choices\":{}}",
                "{\"choices\":[]}",
                "{\"choices\":[null]}",
                "{\"choices\":[7],\"usage\":[]}",
                "{}"
            })
    void noChoices_inAnyForm_isAnEmptyAnswer(String json) throws IOException {
        ChatResponse response = read(json).response();

        assertThat(response.choices()).isEmpty();
        assertThat(response.text()).isNull();
        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.finishReason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{\"choices\":[{\"message\":{\"content\":\"cut", "<html>"})
    void documents_thatAreNoObject_areRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void errorAndJob_areRecognised() throws IOException {
        assertThat(read("{\"error\":\"x\"}").hasError()).isTrue();
        assertThat(read("{\"error\":null,\"choices\":[]}").hasError()).isFalse();
        assertThat(read("{\"status\":\"IN_QUEUE\",\"response_url\":\"https://q.example\"}")
                        .isJob())
                .isTrue();
        assertThat(read("{\"response_url\":\"https://q.example\",\"choices\":[]}")
                        .isJob())
                .isFalse();
    }
}
