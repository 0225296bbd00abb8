package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's whole answer.
 *
 * @param id               the gateway's id of it; may be null
 * @param model            the model that answered, which need not be the one asked for; may be null
 * @param created          when, in seconds since 1970; null where the gateway does not tell
 * @param choices          the answers, usually one; never null
 * @param usage            tokens and cost; may be null
 * @param provider         the provider that answered; may be null
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record ChatResponse(
        String id,
        String model,
        Long created,
        List<Choice> choices,
        TokenUsage usage,
        String provider,
        Map<String, Object> additionalFields) {

    /**
     * One of the answers.
     *
     * @param index            its number, from 0
     * @param message          what the model says
     * @param finishReason     why it ended: stop, length, tool_calls, content_filter; null if it is not known
     * @param additionalFields what else the gateway told, for example {@code logprobs}; never null
     */
    public record Choice(int index, ChatMessage message, String finishReason, Map<String, Object> additionalFields) {

        public Choice {
            additionalFields = Fields.orEmpty(additionalFields);
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("index", index);
            map.put("message", message.toMap());
            map.put("finish_reason", finishReason);
            map.putAll(additionalFields);
            return map;
        }

        static Choice fromMap(Map<String, Object> map) {
            Map<String, Object> rest = new LinkedHashMap<>(map);
            Long index = Fields.count(rest.remove("index"));
            Object message = rest.remove("message");
            return new Choice(
                    index == null ? 0 : index.intValue(),
                    message == null ? ChatMessage.of(null, null) : ChatMessage.fromMap(Fields.map(message)),
                    Fields.text(rest.remove("finish_reason")),
                    rest);
        }

        @Override
        public String toString() {
            return "Choice[" + index + ", " + finishReason + "]";
        }
    }

    private static final ChatMessage NOTHING = ChatMessage.assistant(null);

    public ChatResponse {
        choices = Fields.orEmpty(choices);
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The first answer; an empty one where there is none. */
    public ChatMessage message() {
        return choices.isEmpty() ? NOTHING : choices.get(0).message();
    }

    /** The first answer's text; of a spoken one its transcript; of a refusal its reason. Null where there is none of them. */
    public String text() {
        ChatMessage message = message();
        String text = message.text();
        if (text == null && message.audio() != null) {
            text = message.audio().transcript();
        }
        return text == null ? message.refusal() : text;
    }

    /** Why the first answer ended; null if it is not known. */
    public String finishReason() {
        return choices.isEmpty() ? null : choices.get(0).finishReason();
    }

    /** The functions the first answer wants called; never null. */
    public List<ToolCall> toolCalls() {
        return message().toolCalls();
    }

    /** The response as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "id", id);
        map.put("object", "chat.completion");
        Fields.put(map, "created", created);
        Fields.put(map, "model", model);
        map.put("choices", choices.stream().map(Choice::toMap).toList());
        Fields.put(map, "usage", usage == null ? null : usage.toMap());
        Fields.put(map, "provider", provider);
        map.putAll(additionalFields);
        return map;
    }

    /**
     * Reads what {@link #toMap()} writes.
     *
     * @throws IllegalArgumentException if a field has a type that no gateway uses
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatResponse fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        rest.remove("object", "chat.completion");
        Object choices = rest.remove("choices");
        Object usage = rest.remove("usage");
        return new ChatResponse(
                Fields.text(rest.remove("id")),
                Fields.text(rest.remove("model")),
                Fields.count(rest.remove("created")),
                choices == null
                        ? null
                        : Fields.maps(choices).stream().map(Choice::fromMap).toList(),
                usage == null ? null : TokenUsage.fromMap(Fields.map(usage)),
                Fields.text(rest.remove("provider")),
                rest);
    }

    /** Without what is said. */
    @Override
    public String toString() {
        return "ChatResponse[" + id + ", " + model + ", " + choices + "]";
    }
}
