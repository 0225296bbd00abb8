package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.InvalidValueException;
import ai.fastrouter.camel.exchange.OptionType;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.gateway.wire.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of options that hold JSON, or lists whose items may not be touched. */
final class JsonTypes {

    private static final String TOOLS = "a JSON array of tool definitions, or a list of maps, with at least one tool";
    private static final String SCHEMA = "a JSON schema: a JSON object, or a map";
    private static final String CHOICE = "none, auto, required, the name of a function, or a JSON object";

    private JsonTypes() {}

    /** Tool definitions. */
    static OptionType<RawJson> tools() {
        return value -> {
            if (read(value, TOOLS) instanceof Collection<?> tools && !tools.isEmpty()) {
                for (Object tool : tools) {
                    if (!(tool instanceof Map<?, ?>)) {
                        throw new InvalidValueException(value, TOOLS);
                    }
                }
                return written(tools, TOOLS);
            }
            throw new InvalidValueException(value, TOOLS);
        };
    }

    /** A JSON schema, which becomes the object {@code json_schema} of the request. */
    static OptionType<RawJson> schema() {
        return value -> {
            if (read(value, SCHEMA) instanceof Map<?, ?> map) {
                return written(map.containsKey("schema") ? map : SchemaName.wrapped(map), SCHEMA);
            }
            throw new InvalidValueException(value, SCHEMA);
        };
    }

    /** One of the three words, else the object that names a function. */
    static OptionType<Object> toolChoice() {
        return value -> {
            if (value instanceof Map<?, ?> map) {
                return written(map, CHOICE);
            }
            String text = value.toString().trim();
            if (text.startsWith("{")) {
                return written(read(text, CHOICE), CHOICE);
            }
            return switch (text) {
                case "none", "auto", "required" -> text;
                case "" -> throw new InvalidValueException(value, CHOICE);
                default -> new TreeMap<>(Map.of("type", "function", "function", Map.of("name", text)));
            };
        };
    }

    /** Stop sequences. Blank ones are kept: a line feed is a usual one. */
    static OptionType<List<String>> stopSequences(int atMost) {
        String allowed = "1 to " + atMost + " texts, none of them empty";
        return value -> {
            List<String> items = new ArrayList<>();
            if (value instanceof Collection<?> collection) {
                collection.forEach(item -> items.add(String.valueOf(item)));
            } else if (value instanceof Object[] array) {
                for (Object item : array) {
                    items.add(String.valueOf(item));
                }
            } else {
                for (String item : value.toString().split(",")) {
                    items.add(item.isBlank() ? item : item.trim());
                }
            }
            if (items.isEmpty() || items.size() > atMost || items.contains("")) {
                throw new InvalidValueException(value, allowed);
            }
            return List.copyOf(items);
        };
    }

    private static Object read(Object value, String allowed) throws InvalidValueException {
        if (!(value instanceof CharSequence)) {
            return value;
        }
        try {
            return JsonReading.document(value.toString());
        } catch (IOException e) {
            throw new InvalidValueException(value, allowed);
        }
    }

    private static RawJson written(Object value, String allowed) throws InvalidValueException {
        try {
            return RawJson.of(JsonText.of(value));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidValueException(value.getClass().getSimpleName(), allowed);
        }
    }
}
