package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.ToolCall;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a {@code message} or a {@code delta}, with all spellings of content and reasoning that occur. For one at a time. */
final class TurnReader {

    private String role;
    private String content;
    private List<ContentPart> parts;
    private String name;
    private List<ToolCall> toolCalls;
    private String toolCallId;
    private String reasoning;
    private List<Object> reasoningDetails;
    private ChatAudio audio;
    private String refusal;
    private Map<String, Object> further;

    /** With the parser at the value; an empty turn if it is no object. */
    ChatMessage read(JsonParser parser) throws IOException {
        clear();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                field(field, parser);
            }
        }
        if (reasoning == null && reasoningDetails != null) {
            reasoning = Reasoning.text(reasoningDetails);
        }
        return new ChatMessage(
                role,
                content,
                parts,
                name,
                toolCalls,
                toolCallId,
                reasoning,
                reasoningDetails,
                audio,
                refusal,
                further);
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "role" -> role = known(JsonReading.text(parser));
            case "content" -> content(parser);
            case "name" -> name = JsonReading.text(parser);
            case "tool_calls" -> toolCalls = ToolCallReader.list(parser);
            case "tool_call_id" -> toolCallId = JsonReading.text(parser);
            case "reasoning" -> reasoning = Reasoning.text(JsonReading.any(parser));
            case "reasoning_content" -> reasoning(Reasoning.text(JsonReading.any(parser)));
            case "reasoning_details" -> details(JsonReading.any(parser));
            case "audio" -> audio(parser);
            case "refusal" -> refusal = JsonReading.text(parser);
            default -> further = JsonReading.add(further, field, JsonReading.any(parser));
        }
    }

    private void content(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            content = JsonReading.text(parser);
            return;
        }
        parts = new ArrayList<>();
        for (Object item : (List<?>) JsonReading.any(parser)) {
            if (item instanceof String text) {
                parts.add(ContentPart.text(text));
            } else if (item instanceof Map<?, ?> map) {
                parts.add(part(map));
            }
        }
    }

    @SuppressWarnings("unchecked") // read from JSON: keys are texts
    private static ContentPart part(Map<?, ?> map) {
        if (map.get("type") instanceof String) {
            return ContentPart.fromMap((Map<String, Object>) map);
        }
        return new ContentPart(map.get("text") instanceof String ? "text" : "unknown", (Map<String, Object>) map);
    }

    /** Some gateways write both spellings; the newer one wins. */
    private void reasoning(String text) {
        reasoning = reasoning == null ? text : reasoning;
    }

    private void details(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            reasoningDetails = new ArrayList<>(list);
        }
    }

    @SuppressWarnings("unchecked") // read from JSON: keys are texts
    private void audio(JsonParser parser) throws IOException {
        if (JsonReading.any(parser) instanceof Map<?, ?> map) {
            audio = ChatAudio.fromMap((Map<String, Object>) map);
        }
    }

    /** The usual roles as constants, so that a text made for each chunk is not kept. */
    private static String known(String text) {
        return "assistant".equals(text) ? "assistant" : text;
    }

    private void clear() {
        role = null;
        content = null;
        parts = null;
        name = null;
        toolCalls = null;
        toolCallId = null;
        reasoning = null;
        reasoningDetails = null;
        audio = null;
        refusal = null;
        further = null;
    }
}
