package ai.fastrouter.camel.chat.request;

import java.util.Collection;
import java.util.Map;

/**
 * Whether a JSON schema is of the subset that strict answers take. Gateways refuse a request whose schema is not and that asks for
 * strict answers all the same (OpenAI).
 */
final class Strictness {

    private Strictness() {}

    /** Whether the answer is an object, and every object in it has no further properties and requires all of its own. */
    static boolean isStrict(Map<?, ?> schema) {
        return isOfType(schema, "object") && isStrictPart(schema);
    }

    private static boolean isStrictPart(Object part) {
        if (!(part instanceof Map<?, ?> schema) || !saysWhatItIs(schema)) {
            return false;
        }
        boolean object = isOfType(schema, "object") || schema.containsKey("properties");
        if (object && !isClosed(schema)) {
            return false;
        }
        if (isOfType(schema, "array") && !isStrictPart(schema.get("items"))) {
            return false;
        }
        return areStrict(schema.get("properties"))
                && areStrict(schema.get("anyOf"))
                && areStrict(schema.get("$defs"))
                && areStrict(schema.get("definitions"));
    }

    /** A part without any of these may be anything, and the other ways to combine parts are not taken. */
    private static boolean saysWhatItIs(Map<?, ?> schema) {
        boolean combined = schema.containsKey("allOf") || schema.containsKey("oneOf") || schema.containsKey("not");
        return !combined && (schema.containsKey("type") || schema.containsKey("$ref") || schema.containsKey("anyOf"));
    }

    private static boolean isClosed(Map<?, ?> schema) {
        if (!Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            return false;
        }
        Object properties = schema.get("properties");
        return !(properties instanceof Map<?, ?> own)
                || own.isEmpty()
                || schema.get("required") instanceof Collection<?> required && required.containsAll(own.keySet());
    }

    private static boolean areStrict(Object parts) {
        Collection<?> all =
                parts instanceof Map<?, ?> named ? named.values() : parts instanceof Collection<?> list ? list : null;
        return all == null || all.stream().allMatch(Strictness::isStrictPart);
    }

    private static boolean isOfType(Map<?, ?> schema, String type) {
        Object types = schema.get("type");
        return type.equals(types) || types instanceof Collection<?> several && several.contains(type);
    }
}
