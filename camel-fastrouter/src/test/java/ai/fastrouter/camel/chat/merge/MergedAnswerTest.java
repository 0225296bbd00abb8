package ai.fastrouter.camel.chat.merge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.wire.ChunkReader;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chunks as gateways cut them, put together. */
class MergedAnswerTest {

    private static ChatResponse merged(String... chunks) throws IOException {
        MergedAnswer answer = new MergedAnswer();
        ChunkReader reader = new ChunkReader();
        for (String chunk : chunks) {
            byte[] json = chunk.getBytes(StandardCharsets.UTF_8);
            answer.add(reader.read(json, 0, json.length));
        }
        assertThat(answer.chunks()).isEqualTo(chunks.length);
        return answer.response();
    }

    private static ChatMessage deltas(String... deltas) throws IOException {
        String[] chunks = new String[deltas.length];
        for (int i = 0; i < deltas.length; i++) {
            chunks[i] = "{\"choices\":[{\"index\":0,\"delta\":" + deltas[i] + "}]}";
        }
        return merged(chunks).message();
    }

    private static String call(String fields, String function) {
        return "{\"tool_calls\":[{" + fields + "\"function\":{" + function + "}}]}";
    }

    @Test
    void texts_ofAllKinds_areJoinedApart() throws IOException {
        ChatMessage message = deltas(
                "{\"role\":\"assistant\",\"content\":\"\"}",
                "{\"reasoning\":\"be\"}",
                "{\"reasoning\":\"cause\",\"content\":null}",
                "{\"content\":\"Hel\"}",
                "{\"content\":\"lo\",\"refusal\":\"n\"}",
                "{\"refusal\":\"o\"}");

        assertThat(message.role()).isEqualTo("assistant");
        assertThat(message.content()).isEqualTo("Hello");
        assertThat(message.reasoning()).isEqualTo("because");
        assertThat(message.refusal()).isEqualTo("no");
    }

    @Test
    void choices_ofSeveralIndexes_areKeptApart() throws IOException {
        ChatResponse response = merged(
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}},{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"A\"},\"finish_reason\":\"stop\"}]}",
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"},\"finish_reason\":\"length\"}]}");

        assertThat(response.choices()).extracting(c -> c.message().text()).containsExactly("aA", "bB");
        assertThat(response.choices()).extracting("finishReason").containsExactly("stop", "length");
    }

    @Test
    void usage_onAnyChunk_theLastOneCounts() throws IOException {
        ChatResponse response = merged(
                "{\"id\":\"c1\",\"model\":\"a\",\"choices\":[],\"usage\":{\"total_tokens\":1}}",
                "{\"id\":\"c1\",\"model\":\"b\",\"usage\":null}",
                "{\"choices\":[],\"usage\":{\"total_tokens\":2,\"provider\":\"p\"},\"citations\":[\"x\"]}");

        assertThat(response.usage().totalTokens()).isEqualTo(2L);
        assertThat(response.provider()).isEqualTo("p");
        assertThat(response.id()).isEqualTo("c1");
        assertThat(response.model()).isEqualTo("b");
        assertThat(response.additionalFields()).isEqualTo(Map.of("citations", List.of("x")));
        assertThat(response.text()).isNull();
    }

    @Test
    void toolCalls_withIndexes_areMergedByThem() throws IOException {
        ChatMessage message = deltas(
                call("\"index\":1,\"id\":\"t2\",", "\"name\":\"time\",\"arguments\":\"\""),
                call("\"index\":0,\"id\":\"t1\",", "\"name\":\"wx\",\"arguments\":\"{\\\"a\\\"\""),
                call("\"index\":1,", "\"arguments\":\"{}\""),
                call("\"index\":0,\"id\":\"\",", "\"name\":\"\",\"arguments\":\":1}\""));

        assertThat(message.toolCalls()).extracting("id").containsExactly("t1", "t2");
        assertThat(message.toolCalls()).extracting("name").containsExactly("wx", "time");
        assertThat(message.toolCalls()).extracting("arguments").containsExactly("{\"a\":1}", "{}");
        assertThat(message.toolCalls()).extracting("index").containsOnlyNulls();
    }

    @Test
    void toolCalls_withoutIndexes_areMergedByIdOrPosition() throws IOException {
        ChatMessage byId = deltas(
                call("\"id\":\"t1\",", "\"name\":\"wx\",\"arguments\":\"{\""),
                call("\"id\":\"t2\",", "\"name\":\"time\",\"arguments\":\"[\""),
                call("\"id\":\"t1\",", "\"arguments\":\"}\""));
        assertThat(byId.toolCalls()).extracting("arguments").containsExactly("{}", "[");

        ChatMessage byPosition =
                deltas(call("\"id\":\"t1\",", "\"name\":\"wx\",\"arguments\":\"{\""), call("", "\"arguments\":\"}\""));
        assertThat(byPosition.toolCalls()).hasSize(1).first().hasFieldOrPropertyWithValue("arguments", "{}");
    }

    @Test
    void toolCalls_thatAllClaimIndexZero_areToldApartByTheirIds() throws IOException {
        ChatMessage message = deltas(
                call("\"index\":0,\"id\":\"t1\",", "\"name\":\"wx\",\"arguments\":\"{}\""),
                call("\"index\":0,\"id\":\"t2\",", "\"name\":\"time\",\"arguments\":\"{\""),
                call("\"index\":0,", "\"arguments\":\"}\""));

        assertThat(message.toolCalls()).extracting("id").containsExactly("t1", "t2");
        assertThat(message.toolCalls()).extracting("arguments").containsExactly("{}", "{}");
    }

    @Test
    void reasoningDetails_inFragments_growByTypeAndIndex() throws IOException {
        ChatMessage message = deltas(
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\"be\"}]}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\"cause\",\"signature\":\"s\"}]}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"zz\"}]}");

        assertThat(message.reasoningDetails())
                .isEqualTo(List.of(
                        Map.of("type", "reasoning.text", "index", 0, "text", "because", "signature", "s"),
                        Map.of("type", "reasoning.encrypted", "data", "zz")));
        assertThat(message.reasoning()).isEqualTo("because");
    }

    @Test
    void audio_inFragments_keepsTheTranscriptOnly() throws IOException {
        ChatMessage message = deltas(
                "{\"audio\":{\"id\":\"a1\",\"data\":\"AAAA\",\"transcript\":\"Hel\"}}",
                "{\"audio\":{\"data\":\"BBBB\",\"transcript\":\"lo\"}}",
                "{\"audio\":{\"expires_at\":5}}");

        assertThat(message.audio().id()).isEqualTo("a1");
        assertThat(message.audio().transcript()).isEqualTo("Hello");
        assertThat(message.audio().expiresAt()).isEqualTo(5L);
        assertThat(message.audio().data()).isNull();
    }

    @Test
    void images_inSeveralChunks_areCollected() throws IOException {
        ChatMessage message =
                deltas("{\"images\":[{\"n\":1}]}", "{\"images\":[{\"n\":2}],\"mood\":\"a\"}", "{\"mood\":\"b\"}");

        assertThat(message.additionalFields())
                .isEqualTo(Map.of("images", List.of(Map.of("n", 1), Map.of("n", 2)), "mood", "b"));
    }

    @Test
    void end_isReached_whenEveryChoiceHasOne() throws IOException {
        EndOfAnswer end = new EndOfAnswer();
        ChunkReader reader = new ChunkReader();
        for (String choice : List.of(
                "{\"index\":0,\"delta\":{}}",
                "{\"index\":1,\"delta\":{}}",
                "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}")) {
            byte[] json = ("{\"choices\":[" + choice + "]}").getBytes(StandardCharsets.UTF_8);
            end.see(reader.read(json, 0, json.length));
            assertThat(end.isReached()).isFalse();
        }
        byte[] last = "{\"choices\":[{\"index\":1,\"finish_reason\":\"stop\"}]}".getBytes(StandardCharsets.UTF_8);
        end.see(reader.read(last, 0, last.length));
        assertThat(end.isReached()).isTrue();
    }
}
