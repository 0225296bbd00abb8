package ai.fastrouter.camel.test.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The messages of a conversation: their roles, their contents, and that every function call gets its answer. */
final class MessageCheck {

    private final Set<String> openCalls = new LinkedHashSet<>();

    private MessageCheck() {}

    static void check(Fields body) {
        MessageCheck check = new MessageCheck();
        body.objects("messages", 1, (i, message) -> check.message(message));
        check.allAnswered(body, "messages");
    }

    private void message(Fields message) {
        message.require("role").oneOf("role", "system", "developer", "user", "assistant", "tool");
        message.text("name");
        String role = message.get("role").asText();
        if (role.equals("tool")) {
            toolResult(message);
            return;
        }
        allAnswered(message, "role");
        if (role.equals("assistant")) {
            assistant(message);
        } else {
            content(message, role.equals("user"));
        }
    }

    private void allAnswered(Fields where, String field) {
        if (!openCalls.isEmpty()) {
            throw where.bad(field, "leaves tool calls without a tool message: " + String.join(", ", openCalls));
        }
    }

    private void toolResult(Fields message) {
        message.require("tool_call_id").text("tool_call_id").require("content");
        message.check("content", JsonNode::isTextual, "must be a text");
        if (!openCalls.remove(message.get("tool_call_id").asText())) {
            throw message.bad("tool_call_id", "answers no tool call of the assistant message before it");
        }
    }

    private void assistant(Fields message) {
        boolean calls = message.has("tool_calls");
        if (calls) {
            message.objects("tool_calls", 1, (i, call) -> {
                call.require("id").text("id").require("type").oneOf("type", "function");
                call.require("function")
                        .object(
                                "function",
                                function -> function.require("name")
                                        .text("name")
                                        .require("arguments")
                                        .check("arguments", JsonNode::isTextual, "must be a text"));
                openCalls.add(call.get("id").asText());
            });
        }
        boolean otherwise = calls || message.has("audio") || message.has("refusal");
        JsonNode content = message.get("content");
        if (!(otherwise && (content.isNull() || content.isMissingNode()))) {
            content(message, false);
        }
    }

    private static void content(Fields message, boolean media) {
        message.require("content");
        JsonNode content = message.get("content");
        if (content.isTextual()) {
            return;
        }
        if (!content.isArray()) {
            throw message.bad("content", "must be a text or an array of parts but was " + kind(content));
        }
        message.objects("content", 1, (i, part) -> PartCheck.check(part, media));
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
