package ai.fastrouter.camel.test.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes JSON that matches a schema, with values taken from a question where they fit. */
final class SchemaFiller {

    private static final int DEPTH = 6;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode root;
    private final ScalarFiller scalars;

    SchemaFiller(JsonNode root, Phrases phrases, String answer) {
        this.root = root;
        this.scalars = new ScalarFiller(phrases, answer);
    }

    JsonNode fill() {
        return fill("", root, 0);
    }

    private JsonNode fill(String name, JsonNode declared, int depth) {
        JsonNode schema = resolve(declared);
        if (depth > 2 * DEPTH) {
            // A schema that requires itself without end can't be matched.
            return JSON.nullNode();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").size() > 0) {
            return scalars.choice(schema.path("enum"));
        }
        for (String either : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.path(either).size() > 0) {
                return fill(
                        name, either.equals("allOf") ? merged(schema) : firstNotNull(schema.path(either)), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            default -> scalars.fill(name, type(schema), schema);
        };
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        for (int i = 0; i < DEPTH && resolved.path("$ref").asText().startsWith("#"); i++) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    private JsonNode merged(JsonNode schema) {
        ObjectNode merged = JSON.objectNode();
        ObjectNode properties = JSON.objectNode();
        ArrayNode required = JSON.arrayNode();
        for (JsonNode part : schema.path("allOf")) {
            JsonNode resolved = resolve(part);
            resolved.fields().forEachRemaining(field -> merged.set(field.getKey(), field.getValue()));
            resolved.path("properties").fields().forEachRemaining(f -> properties.set(f.getKey(), f.getValue()));
            resolved.path("required").forEach(required::add);
        }
        if (!properties.isEmpty()) {
            merged.set("properties", properties);
            merged.set("required", required);
        }
        return merged;
    }

    private JsonNode firstNotNull(JsonNode choices) {
        for (JsonNode choice : choices) {
            if (!"null".equals(resolve(choice).path("type").asText())) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!"null".equals(one.asText())) {
                return one.asText();
            }
        }
        if (type.isTextual()) {
            return type.asText();
        }
        return schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (depth < DEPTH || required(schema, property.getKey())) {
                object.set(property.getKey(), fill(property.getKey(), property.getValue(), depth + 1));
            }
        }
        return object;
    }

    static boolean required(JsonNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (name.equals(required.asText())) {
                return true;
            }
        }
        return false;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        int min = schema.path("minItems").asInt(0);
        int max = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < Math.min(max, Math.max(min, depth < DEPTH ? 1 : 0)); i++) {
            array.add(fill(name, schema.path("items"), depth + 1));
        }
        return array;
    }
}
