package ai.fastrouter.camel.exchange.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.TokenUsage;
import ai.fastrouter.camel.model.ToolCall;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** The records of chat through Camel's type converters, and through Jackson. */
class ChatConvertersTest extends CamelTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ToolCall CALL = ToolCall.of("t1", "weather", "{\"city\":\"Oslo\"}");
    private static final ChatMessage ANSWER = new ChatMessage(
            "assistant",
            "Hello",
            null,
            "kim",
            List.of(CALL),
            null,
            "because",
            List.of(Map.of("type", "reasoning.text", "text", "because")),
            new ChatAudio("a1", "AAAA", "Hello", 5L),
            "no",
            Map.of("annotations", List.of("x")));
    private static final ChatResponse RESPONSE = new ChatResponse(
            "id1",
            "m",
            7L,
            List.of(new ChatResponse.Choice(0, ANSWER, "stop", Map.of("logprobs", Map.of("a", 1)))),
            new TokenUsage(1L, 2L, 3L, 1L, 1L, 1L, 1L, new BigDecimal("0.5"), "p", Map.of("is_byok", true)),
            "p",
            Map.of("service_tier", "flex"));

    private TypeConverter converter() {
        return context.getTypeConverter();
    }

    @Test
    void records_convertedToMapAndBack_areEqual() throws Exception {
        ChatRequest request = ChatRequest.of(
                        ChatMessage.system("s"),
                        ChatMessage.user(List.of(ContentPart.text("t"))),
                        ANSWER,
                        CALL.result("r"))
                .withField("temperature", 1);

        for (Object record : List.of(ANSWER, RESPONSE, request, CALL)) {
            Map<?, ?> map = converter().mandatoryConvertTo(Map.class, record);
            Object back = converter().mandatoryConvertTo(record.getClass(), map);
            assertThat(back).usingRecursiveComparison().isEqualTo(record);
        }
        ChatChunk chunk = new ChatChunk(
                "id1", "m", 7L, List.of(new ChatChunk.Choice(0, ANSWER, null, null)), RESPONSE.usage(), "p", null);
        assertThat(converter().mandatoryConvertTo(ChatChunk.class, converter().convertTo(Map.class, chunk)))
                .usingRecursiveComparison()
                .isEqualTo(chunk);
    }

    @Test
    void records_convertedToString_areWhatIsSaid() throws Exception {
        assertThat(converter().convertTo(String.class, ANSWER)).isEqualTo("Hello");
        assertThat(converter().convertTo(String.class, RESPONSE)).isEqualTo("Hello");
        assertThat(converter().convertTo(String.class, CALL)).isEqualTo("{\"city\":\"Oslo\"}");
        assertThat(converter().convertTo(String.class, new ChatChunk(null, null, null, null, null, null, null)))
                .isEmpty();
        assertThat(JSON.readTree(converter().convertTo(String.class, ChatRequest.of(ChatMessage.user("Hi")))))
                .isEqualTo(JSON.readTree("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
    }

    @Test
    void records_writtenByJackson_haveTheShapeOfTheGateways() throws Exception {
        assertThat(JSON.valueToTree(RESPONSE).toString())
                .isEqualTo(JSON.valueToTree(RESPONSE.toMap()).toString())
                .contains("\"finish_reason\":\"stop\"", "\"tool_calls\":[", "\"prompt_tokens\":1");
        assertThat(JSON.readValue(JSON.writeValueAsBytes(ANSWER), ChatMessage.class))
                .usingRecursiveComparison()
                .isEqualTo(ANSWER);
    }

    @Test
    void json_convertedToRecords_isRead() {
        assertThat(converter()
                        .convertTo(ChatResponse.class, "{\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}")
                        .text())
                .isEqualTo("Hi");
        assertThat(converter()
                        .convertTo(
                                ChatRequest.class, "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"seed\":1}")
                        .fields())
                .isEqualTo(Map.of("seed", 1));
    }

    @Test
    void nonsense_convertedToRecords_fails() {
        assertThatThrownBy(() -> converter().convertTo(ChatRequest.class, "[1]"))
                .isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> converter().convertTo(ChatRequest.class, Map.of("messages", 1)))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void toString_ofAnyRecord_doesNotTellWhatIsSaid() {
        ChatRequest request = ChatRequest.of(ANSWER);

        for (Object record : List.of(ANSWER, RESPONSE, request, CALL, ANSWER.audio(), ContentPart.text("Hello"))) {
            assertThat(record.toString()).doesNotContain("Hello", "because", "Oslo", "AAAA");
        }
    }

    @Test
    void recordsOfAnswers_writtenByJackson_areReadAgain() throws Exception {
        ChatChunk chunk = new ChatChunk(
                "id1",
                "m",
                7L,
                List.of(new ChatChunk.Choice(1, ANSWER, null, Map.of("logprobs", Map.of("a", 1)))),
                null,
                "p",
                Map.of("service_tier", "flex"));
        TokenUsage usage = new TokenUsage(
                1L,
                2L,
                3L,
                null,
                4L,
                null,
                5L,
                new BigDecimal("0.0000123"),
                null,
                Map.of("prompt_tokens_details", Map.of("image_tokens", 6), "is_byok", true));

        assertThat(JSON.readValue(JSON.writeValueAsString(RESPONSE), ChatResponse.class))
                .isEqualTo(RESPONSE);
        assertThat(JSON.readValue(JSON.writeValueAsString(chunk), ChatChunk.class))
                .isEqualTo(chunk);
        assertThat(JSON.readValue(JSON.writeValueAsString(usage), TokenUsage.class))
                .isEqualTo(usage);
        assertThat(JSON.readValue("{\"choices\":[{}]}", ChatResponse.class).text())
                .isNull();
    }
}
