package ai.fastrouter.camel.test.chat;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.completion.ChatScript;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Answers chat completions: with a function call, JSON, sound or words, as the request wants it. */
public final class ChatAnswers {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatAnswers() {}

    /** The answer to a request that has been checked. */
    public static Reply to(RecordedRequest request) {
        JsonNode body = request.json();
        Conversation conversation = new Conversation(body);
        List<Conversation.ToolResult> results = conversation.toolResults();
        if (results.isEmpty() && body.has("tools")) {
            List<ChatScript.Call> calls = ToolPick.calls(body, conversation.question());
            if (!calls.isEmpty()) {
                return Reply.completion(ChatScript.text(null).with(script -> script.toolCalls = List.copyOf(calls)));
            }
        }
        String text = results.isEmpty() ? answer(conversation) : told(results);
        String formed = formed(body.path("response_format"), conversation.question(), text);
        return Reply.completion(Manner.of(body, formed));
    }

    private static String answer(Conversation conversation) {
        List<JsonNode> parts = conversation.attachments();
        if (parts.isEmpty()) {
            return Talk.about(conversation.question());
        }
        Attachments attachments = new Attachments(parts);
        String question = conversation.question();
        if (!attachments.heard().isEmpty()) {
            return question.isBlank() ? Talk.about(attachments.heard()) : "I heard: " + attachments.heard();
        }
        return attachments.described() + (question.isBlank() ? "" : " " + Talk.about(question));
    }

    /** Puts what functions returned into words. */
    private static String told(List<Conversation.ToolResult> results) {
        StringBuilder text = new StringBuilder();
        for (Conversation.ToolResult result : results) {
            text.append(text.isEmpty() ? "" : " ").append(result.function()).append(" says: ");
            text.append(inWords(result.content())).append('.');
        }
        return text.toString();
    }

    private static String inWords(String content) {
        try {
            JsonNode json = MAPPER.readTree(content);
            if (json == null || !json.isObject() || json.isEmpty()) {
                return content;
            }
            StringBuilder words = new StringBuilder();
            json.fields().forEachRemaining(field -> {
                JsonNode value = field.getValue();
                words.append(words.isEmpty() ? "" : ", ").append(field.getKey()).append(" is ");
                words.append(value.isTextual() ? value.asText() : value.toString());
            });
            return words.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return content;
        }
    }

    private static String formed(JsonNode format, String question, String text) {
        return switch (format.path("type").asText()) {
            case "json_object" ->
                JsonNodeFactory.instance.objectNode().put("answer", text).toString();
            case "json_schema" ->
                new SchemaFiller(format.at("/json_schema/schema"), new Phrases(question), text)
                        .fill()
                        .toString();
            default -> text;
        };
    }
}
