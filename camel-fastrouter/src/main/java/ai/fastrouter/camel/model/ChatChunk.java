package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a streamed answer, as the gateway cut it.
 *
 * @param id               the gateway's id of the answer; may be null
 * @param model            the model that answers; may be null
 * @param created          when, in seconds since 1970; may be null
 * @param choices          what is added to each answer; may be empty, never null
 * @param usage            tokens and cost, usually on the last chunk only; otherwise null
 * @param provider         the provider that answers; may be null
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record ChatChunk(
        String id,
        String model,
        Long created,
        List<Choice> choices,
        TokenUsage usage,
        String provider,
        Map<String, Object> additionalFields) {

    /**
     * What is added to one of the answers.
     *
     * @param index            the answer's number, from 0
     * @param delta            what is added
     * @param finishReason     why it ended; null until the last piece
     * @param additionalFields what else the gateway told; never null
     */
    public record Choice(int index, ChatMessage delta, String finishReason, Map<String, Object> additionalFields) {

        public Choice {
            additionalFields = Fields.orEmpty(additionalFields);
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("index", index);
            map.put("delta", delta.toMap());
            map.put("finish_reason", finishReason);
            map.putAll(additionalFields);
            return map;
        }

        static Choice fromMap(Map<String, Object> map) {
            Map<String, Object> rest = new LinkedHashMap<>(map);
            Long index = Fields.count(rest.remove("index"));
            Object delta = rest.remove("delta");
            return new Choice(
                    index == null ? 0 : index.intValue(),
                    delta == null ? ChatMessage.of(null, null) : ChatMessage.fromMap(Fields.map(delta)),
                    Fields.text(rest.remove("finish_reason")),
                    rest);
        }

        @Override
        public String toString() {
            return "Choice[" + index + ", " + finishReason + "]";
        }
    }

    public ChatChunk {
        choices = Fields.orEmpty(choices);
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The text that the first choice of this chunk adds; null where it adds none. */
    public String text() {
        if (choices.isEmpty()) {
            return null;
        }
        String text = choices.get(0).delta().text();
        return text == null || text.isEmpty() ? null : text;
    }

    /** The chunk as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "id", id);
        map.put("object", "chat.completion.chunk");
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
    public static ChatChunk fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        rest.remove("object", "chat.completion.chunk");
        Object choices = rest.remove("choices");
        Object usage = rest.remove("usage");
        return new ChatChunk(
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
        return "ChatChunk[" + id + ", " + choices + "]";
    }
}
