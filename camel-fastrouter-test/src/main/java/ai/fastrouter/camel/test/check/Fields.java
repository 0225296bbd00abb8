package ai.fastrouter.camel.test.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The fields of one JSON object, checked one by one. What is absent is fine unless it is required; what is null is not. */
final class Fields {

    private final JsonNode object;
    private final String prefix;

    /** The fields of the object at that place, for example {@code messages[0].} or empty. */
    Fields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonNode get(String name) {
        return object.path(name);
    }

    String name(String name) {
        return prefix + name;
    }

    BadRequest bad(String name, String rule) {
        return new BadRequest(name(name), name(name) + " " + rule);
    }

    Fields require(String name) {
        if (!has(name)) {
            throw bad(name, "is required");
        }
        return this;
    }

    Fields number(String name, double min, double max) {
        return check(
                name,
                value -> value.isNumber() && value.asDouble() >= min && value.asDouble() <= max,
                "must be a number from " + plain(min) + " to " + plain(max));
    }

    Fields integer(String name, long min, long max) {
        String range = max == Long.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max;
        return check(
                name,
                value -> value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.asLong() >= min
                        && value.asLong() <= max,
                "must be an integer " + range);
    }

    Fields bool(String name) {
        return check(name, JsonNode::isBoolean, "must be true or false");
    }

    /** A text that is not blank. */
    Fields text(String name) {
        return check(name, value -> value.isTextual() && !value.asText().isBlank(), "must be a text that is not blank");
    }

    Fields text(String name, int max) {
        return text(name).check(name, value -> length(value) <= max, "must have at most " + max + " characters");
    }

    private static int length(JsonNode value) {
        return value.asText().codePointCount(0, value.asText().length());
    }

    Fields oneOf(String name, String... values) {
        return check(
                name,
                value -> value.isTextual() && List.of(values).contains(value.asText()),
                "must be one of " + String.join(", ", values));
    }

    /** An array of texts of which none is empty. */
    Fields texts(String name, int min, int max) {
        String size = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
        return check(name, value -> isTexts(value, min, max), "must be an array of " + size + " texts");
    }

    static boolean isTexts(JsonNode value, int min, int max) {
        if (!value.isArray() || value.size() < min || value.size() > max) {
            return false;
        }
        for (JsonNode item : value) {
            if (!item.isTextual() || item.asText().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** An object whose own fields are checked in turn. */
    Fields object(String name, java.util.function.Consumer<Fields> inner) {
        check(name, JsonNode::isObject, "must be an object");
        if (has(name)) {
            inner.accept(new Fields(get(name), prefix + name + "."));
        }
        return this;
    }

    /** An array of objects, each checked in turn with its index. */
    Fields objects(String name, int min, BiConsumer<Integer, Fields> inner) {
        check(
                name,
                value -> value.isArray() && value.size() >= min,
                "must be an array of at least " + min + " objects");
        for (int i = 0; i < get(name).size(); i++) {
            JsonNode item = get(name).get(i);
            String place = prefix + name + "[" + i + "]";
            if (!item.isObject()) {
                throw new BadRequest(place, place + " must be an object");
            }
            inner.accept(i, new Fields(item, place + "."));
        }
        return this;
    }

    Fields check(String name, Predicate<JsonNode> rule, String words) {
        JsonNode value = get(name);
        if (!value.isMissingNode() && !rule.test(value)) {
            throw bad(name, words + " but was " + shown(value));
        }
        return this;
    }

    /** Refuses two fields that exclude each other. */
    Fields notBoth(String first, String second) {
        if (has(first) && has(second)) {
            throw new BadRequest(
                    name(second), name(first) + " and " + name(second) + " exclude each other: use one of them");
        }
        return this;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
