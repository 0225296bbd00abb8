package ai.fastrouter.camel.test.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a chat request says: its last question, what is attached to it, and what functions answered. */
public final class Conversation {

    /** The answer of a function: its name and what it returned. */
    record ToolResult(String function, String content) {}

    private final JsonNode messages;
    private final JsonNode lastUser;

    Conversation(JsonNode body) {
        messages = body.path("messages");
        lastUser = last("user");
    }

    private JsonNode last(String role) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (role.equals(messages.get(i).path("role").asText())) {
                return messages.get(i);
            }
        }
        return messages.path(-1);
    }

    /** The text of the last user message, its text parts joined by line breaks. */
    String question() {
        JsonNode content = lastUser.path("content");
        if (content.isTextual()) {
            return content.asText();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content) {
            if ("text".equals(part.path("type").asText())) {
                texts.add(part.path("text").asText());
            }
        }
        return String.join("\n", texts);
    }

    /** The parts of the last user message that are not text. */
    List<JsonNode> attachments() {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode part : lastUser.path("content")) {
            if (!"text".equals(part.path("type").asText())) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** What functions returned after the last question, in order; empty unless they spoke last. */
    List<ToolResult> toolResults() {
        List<ToolResult> results = new ArrayList<>();
        for (int i = messages.size() - 1; i >= 0; i--) {
            JsonNode message = messages.get(i);
            if (!"tool".equals(message.path("role").asText())) {
                break;
            }
            String function = functionOf(message.path("tool_call_id").asText());
            results.add(0, new ToolResult(function, message.path("content").asText()));
        }
        return results;
    }

    private String functionOf(String callId) {
        for (JsonNode message : messages) {
            for (JsonNode call : message.path("tool_calls")) {
                if (callId.equals(call.path("id").asText())) {
                    return call.at("/function/name").asText();
                }
            }
        }
        return "function";
    }

    /** Whether any message carries sound. */
    public static boolean hasAudio(JsonNode body) {
        for (JsonNode message : body.path("messages")) {
            for (JsonNode part : message.path("content")) {
                if (part.has("input_audio")) {
                    return true;
                }
            }
        }
        return false;
    }
}
