package ai.fastrouter.camel.job.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Takes values out of parsed JSON as tolerantly as gateways write them. What has another type counts as absent. */
final class Values {

    private Values() {}

    static String text(Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    /** A number, also one written as text. */
    static BigDecimal decimal(Object value) {
        try {
            String text = text(value);
            return text == null || text.length() > 64 ? null : new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number that fits; also one written with a fraction or as text. */
    static Integer whole(Object value) {
        BigDecimal number = decimal(value);
        boolean fits = number != null && Math.abs((long) number.precision() - number.scale()) < 10;
        return fits ? (Integer) number.intValue() : null;
    }

    @SuppressWarnings("unchecked") // JSON has text as names
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The value itself, or its first item if it is an array, where that is an object. */
    static Map<String, Object> objectOrFirst(Object value) {
        return object(first(value));
    }

    static Object first(Object value) {
        return value instanceof List<?> list ? (list.isEmpty() ? null : list.get(0)) : value;
    }
}
