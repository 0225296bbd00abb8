package ai.fastrouter.camel.exchange.convert;

import ai.fastrouter.camel.gateway.wire.ChunkReader;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.gateway.wire.ResponseReader;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.TokenUsage;
import ai.fastrouter.camel.model.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;

/**
 * Converts the records of chat: to {@code Map} and back, in the shape of the gateways; to {@code String}, which of what somebody says
 * is the text, of a tool call its arguments, and of a request its JSON. For the JSON of all of them use {@code marshal().json()}.
 * There is no conversion for streams: it would read them.
 */
@Converter(generateLoader = true)
public final class ChatConverters {

    private ChatConverters() {}

    /** The text of the turn. */
    @Converter(allowNull = true)
    public static String toText(ChatMessage message) {
        return message.text();
    }

    /** The text of the answer. */
    @Converter(allowNull = true)
    public static String toText(ChatResponse response) {
        return response.text();
    }

    /** The text that the chunk adds; empty if it adds none. */
    @Converter
    public static String toText(ChatChunk chunk) {
        String text = chunk.text();
        return text == null ? "" : text;
    }

    /** The arguments as JSON, as the model wrote them. */
    @Converter
    public static String toText(ToolCall call) {
        return call.arguments();
    }

    /** The request as JSON. */
    @Converter
    public static String toJson(ChatRequest request) throws IOException {
        return JsonText.of(request.toMap());
    }

    @Converter
    public static Map<String, Object> toMap(ChatMessage message) {
        return message.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(ChatResponse response) {
        return response.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(ChatChunk chunk) {
        return chunk.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(ChatRequest request) {
        return request.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(ToolCall call) {
        return call.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(TokenUsage usage) {
        return usage.toMap();
    }

    @Converter
    public static ChatMessage toMessage(Map<String, Object> map) {
        return ChatMessage.fromMap(map);
    }

    @Converter
    public static ToolCall toToolCall(Map<String, Object> map) {
        return ToolCall.fromMap(map);
    }

    @Converter
    public static ChatRequest toRequest(Map<String, Object> map) {
        return ChatRequest.fromMap(map);
    }

    /** From JSON that holds {@code messages}. */
    @Converter
    @SuppressWarnings("unchecked") // read from JSON: keys are texts
    public static ChatRequest toRequest(String json) throws IOException {
        if (JsonReading.document(json) instanceof Map<?, ?> map) {
            return ChatRequest.fromMap((Map<String, Object>) map);
        }
        throw new IllegalArgumentException("a request is a JSON object");
    }

    @Converter
    public static ChatResponse toResponse(Map<String, Object> map) throws IOException {
        byte[] json = JsonText.of(map).getBytes(StandardCharsets.UTF_8);
        return ResponseReader.read(json, json.length).response();
    }

    /** From a gateway's JSON. */
    @Converter
    public static ChatResponse toResponse(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ResponseReader.read(bytes, bytes.length).response();
    }

    @Converter
    public static ChatChunk toChunk(Map<String, Object> map) throws IOException {
        byte[] json = JsonText.of(map).getBytes(StandardCharsets.UTF_8);
        return new ChunkReader().read(json, 0, json.length);
    }
}
