package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model's wish to have a function called.
 *
 * @param index     its place among the calls of a streamed answer; null in whole answers
 * @param id        what the result must refer to; null in the later fragments of a streamed call
 * @param name      the function; null in the later fragments of a streamed call
 * @param arguments the arguments as JSON text, as the model wrote it: it may be invalid. Never null
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record ToolCall(Integer index, String id, String name, String arguments, Map<String, Object> additionalFields) {

    public ToolCall {
        arguments = arguments == null ? "" : arguments;
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** A whole call. */
    public static ToolCall of(String id, String name, String arguments) {
        return new ToolCall(null, id, name, arguments, null);
    }

    /** The turn that answers this call. */
    public ChatMessage result(String result) {
        return ChatMessage.tool(id, result);
    }

    /** The call as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> function = new LinkedHashMap<>();
        Fields.put(function, "name", name);
        function.put("arguments", arguments);
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "index", index);
        Fields.put(map, "id", id);
        map.put("type", "function");
        map.put("function", function);
        map.putAll(additionalFields);
        return map;
    }

    /**
     * Reads what {@link #toMap()} writes.
     *
     * @throws IllegalArgumentException if the function is no object, or its arguments are no text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ToolCall fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        Object index = rest.remove("index");
        Object id = rest.remove("id");
        Map<String, Object> function = rest.get("function") == null ? Map.of() : Fields.map(rest.remove("function"));
        rest.remove("type", "function");
        return new ToolCall(
                index instanceof Number number ? (Integer) number.intValue() : null,
                Fields.text(id),
                Fields.text(function.get("name")),
                Fields.textOnly("arguments", function.get("arguments")),
                rest);
    }

    /** Without the arguments: they come from the conversation. */
    @Override
    public String toString() {
        return "ToolCall[" + id + ", " + name + "]";
    }
}
