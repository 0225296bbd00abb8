package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of one's own making: the conversation, and whatever else it is to say.
 *
 * @param messages the conversation, at least one turn to be sent
 * @param fields   further fields by the gateway's names, for example {@code temperature}; never null. They win over the endpoint's
 *                 options, and headers win over them
 */
public record ChatRequest(List<ChatMessage> messages, Map<String, Object> fields) {

    public ChatRequest {
        messages = Fields.orEmpty(messages);
        fields = Fields.orEmpty(fields);
    }

    /** A conversation. */
    public static ChatRequest of(ChatMessage... messages) {
        return new ChatRequest(List.of(messages), null);
    }

    /** The same with further turns. */
    public ChatRequest with(ChatMessage... more) {
        List<ChatMessage> all = new ArrayList<>(messages);
        all.addAll(List.of(more));
        return new ChatRequest(all, fields);
    }

    /** The same with the model's answer as the next turn, so that the conversation can go on. */
    public ChatRequest with(ChatResponse answer) {
        return with(answer.message().forReplay());
    }

    /** The same with another field, which replaces one of that name. */
    public ChatRequest withField(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new ChatRequest(messages, more);
    }

    /** The request as gateways read it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(fields);
        map.put("messages", messages.stream().map(ChatMessage::toMap).toList());
        return map;
    }

    /**
     * Reads what {@link #toMap()} writes.
     *
     * @throws IllegalArgumentException if {@code messages} is no list of objects
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatRequest fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        if (!(rest.remove("messages") instanceof List<?> turns)) {
            throw new IllegalArgumentException("a request needs a list of messages");
        }
        List<ChatMessage> messages = new ArrayList<>();
        for (Object turn : turns) {
            messages.add(turn instanceof ChatMessage message ? message : ChatMessage.fromMap(Fields.map(turn)));
        }
        return new ChatRequest(messages, rest);
    }

    /** Without what is said. */
    @Override
    public String toString() {
        return "ChatRequest[" + messages.size() + " messages, fields " + fields.keySet() + "]";
    }
}
