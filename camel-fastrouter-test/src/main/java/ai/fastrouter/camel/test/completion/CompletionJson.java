package ai.fastrouter.camel.test.completion;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Writes a completion as one JSON document. */
final class CompletionJson {

    private CompletionJson() {}

    static ObjectNode of(ChatScript script, RecordedRequest request, Identity identity) {
        ObjectNode root = identity.head("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0);
        message(script, choice.putObject("message"));
        choice.put("finish_reason", script.reason());
        if (!Boolean.FALSE.equals(script.usage)) {
            root.set("usage", Usage.of(script, request, identity.id(), identity.provider()));
        }
        return root;
    }

    private static void message(ChatScript script, ObjectNode message) {
        message.put("role", "assistant").put("content", script.spoken == null ? script.text() : null);
        if (script.reasoning != null) {
            message.putObject("reasoning").put("text", script.reasoning);
            message.set("reasoning_details", reasoningDetails(script.reasoning));
        }
        if (!script.toolCalls.isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (int i = 0; i < script.toolCalls.size(); i++) {
                toolCall(calls.addObject(), i, script.toolCalls.get(i));
            }
        }
        if (script.spoken != null) {
            message.putObject("audio")
                    .put("id", "audio_" + Identity.hex())
                    .put("data", Base64.getEncoder().encodeToString(script.spoken.bytes()))
                    .put("expires_at", Instant.now().plus(1, ChronoUnit.HOURS).getEpochSecond())
                    .put("transcript", script.spoken.transcript());
        }
    }

    static void toolCall(ObjectNode node, int index, ChatScript.Call call) {
        node.put("id", "call_" + index + "_" + Integer.toHexString(call.hashCode()))
                .put("type", "function");
        node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
    }

    static ArrayNode reasoningDetails(String text) {
        ArrayNode details = JsonNodeFactory.instance.arrayNode();
        details.addObject()
                .put("type", "reasoning.text")
                .put("text", text)
                .put("format", "unknown")
                .put("index", 0);
        return details;
    }
}
