package ai.fastrouter.camel.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How records keep and write fields that may be absent. */
final class Fields {

    private Fields() {}

    static Map<String, Object> orEmpty(Map<String, Object> fields) {
        return fields == null || fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(fields);
    }

    static <T> List<T> orEmpty(List<T> items) {
        return items == null || items.isEmpty() ? List.of() : Collections.unmodifiableList(items);
    }

    static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    /** The text of a value that is written as text or number; null for anything else. */
    static String text(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                ? value.toString()
                : null;
    }

    /** @throws IllegalArgumentException if it is anything but a text, a list or null: it would be lost */
    static void textOrList(String name, Object value) {
        if (value != null && !(value instanceof List<?>)) {
            textOnly(name, value);
        }
    }

    /**
     * A text, or null for null.
     *
     * @throws IllegalArgumentException if it is anything else: it would be lost
     */
    static String textOnly(String name, Object value) {
        String text = text(value);
        if (text == null && value != null) {
            throw new IllegalArgumentException(
                    name + " must be a text, but it is a " + value.getClass().getName() + ": write it as JSON first");
        }
        return text;
    }

    /** A whole number, also one written as a text; null for anything else. */
    static Long count(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        try {
            return value instanceof CharSequence text
                    ? Long.valueOf(text.toString().trim())
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** An exact number, also one written as a text; null for anything else. */
    static BigDecimal decimal(Object value) {
        try {
            return value instanceof Number || value instanceof CharSequence
                    ? new BigDecimal(value.toString().trim())
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A map with text keys. */
    static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("an object was expected where there is " + kind(value));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, item) -> fields.put(String.valueOf(key), item));
        return fields;
    }

    /** The items of a list of objects. */
    static List<Map<String, Object>> maps(Object value) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Object item : (List<?>) value) {
            maps.add(map(item));
        }
        return maps;
    }

    /** Says what something is without showing it. */
    static String kind(Object value) {
        return value == null ? "null" : "a " + value.getClass().getSimpleName();
    }
}
