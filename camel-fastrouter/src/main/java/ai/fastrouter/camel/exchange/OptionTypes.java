package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.gateway.wire.JsonReading;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The types of options that occur more than once. */
public final class OptionTypes {

    private OptionTypes() {}

    /** Any text that is not blank. */
    public static OptionType<String> text() {
        return value -> {
            String text = value.toString();
            if (text.isBlank()) {
                throw new InvalidValueException(value, "a text that is not blank");
            }
            return text;
        };
    }

    /** {@code true} or {@code false}. */
    public static OptionType<Boolean> bool() {
        return value -> {
            if (value instanceof Boolean bool) {
                return bool;
            }
            String text = value.toString();
            if (text.equalsIgnoreCase("true")) {
                return Boolean.TRUE;
            }
            if (text.equalsIgnoreCase("false")) {
                return Boolean.FALSE;
            }
            throw new InvalidValueException(value, "true or false");
        };
    }

    /** Any text that is not blank and no longer than so many characters. */
    public static OptionType<String> text(int atMost) {
        return value -> {
            String text = text().convert(value);
            if (text.length() > atMost) {
                throw new InvalidValueException(text.length() + " characters", "a text of at most " + atMost);
            }
            return text;
        };
    }

    /** A number from min to max, both included. */
    public static OptionType<Double> number(double min, double max) {
        return value -> {
            double number = decimal(value, range(min, max)).doubleValue();
            if (number < min || number > max) {
                throw new InvalidValueException(value, range(min, max));
            }
            return number;
        };
    }

    /** A whole number from min to max, both included; {@code Integer.MAX_VALUE} as max means no upper limit. */
    public static OptionType<Integer> integer(int min, int max) {
        String allowed = max == Integer.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number from " + min + " to " + max;
        return value -> {
            try {
                int number = decimal(value, allowed).intValueExact();
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (ArithmeticException e) {
                // has a fraction or does not fit
            }
            throw new InvalidValueException(value, allowed);
        };
    }

    /** A whole number of any size. */
    public static OptionType<Long> whole() {
        return value -> {
            try {
                return decimal(value, "a whole number").longValueExact();
            } catch (ArithmeticException e) {
                throw new InvalidValueException(value, "a whole number");
            }
        };
    }

    /** One of the given words, in lower or upper case; the value is the word as given here. */
    public static OptionType<String> oneOf(String... words) {
        List<String> allowed = List.of(words);
        return value -> {
            String text = value.toString().trim();
            for (String word : allowed) {
                if (word.equalsIgnoreCase(text)) {
                    return word;
                }
            }
            throw new InvalidValueException(value, "one of " + String.join(", ", allowed));
        };
    }

    /** A list of texts: a collection, an array, or one text with commas. Never empty. */
    public static OptionType<List<String>> list() {
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
                    items.add(item.trim());
                }
            }
            if (items.isEmpty() || items.stream().anyMatch(String::isEmpty)) {
                throw new InvalidValueException(value, "a list of at least one text, none of them empty");
            }
            return List.copyOf(items);
        };
    }

    /** A list of which each item is one of the given words. */
    public static OptionType<List<String>> listOf(String... words) {
        Set<String> allowed = Set.of(words);
        OptionType<List<String>> list = list();
        return value -> {
            List<String> items = list.convert(value);
            if (!allowed.containsAll(items)) {
                throw new InvalidValueException(value, "a list of " + String.join(", ", words));
            }
            return items;
        };
    }

    /**
     * Further fields of a request: a map. A text that is JSON counts as that JSON.
     *
     * @param taken names that are not taken, because options of their own say it
     */
    public static OptionType<Map<String, Object>> fields(String... taken) {
        String allowed = "a map of fields, or a JSON object,"
                + (taken.length == 0 ? "" : " without " + String.join(", ", taken) + ", which are given in other ways");
        return value -> {
            // the values may be what is not for logs
            if (!(object(value) instanceof Map<?, ?> map)) {
                throw new InvalidValueException("a " + value.getClass().getSimpleName(), allowed);
            }
            if (Stream.of(taken).anyMatch(map::containsKey)) {
                throw new InvalidValueException(map.keySet(), allowed);
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> fields.put(name.toString(), jsonOrText(field)));
            return fields;
        };
    }

    /** The value, or what it says if it is the text of a JSON object: routes without Java can set no map. */
    public static Object object(Object value) {
        return value instanceof CharSequence text && text.toString().trim().startsWith("{")
                ? jsonOrText(text.toString())
                : value;
    }

    private static Object jsonOrText(Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            return value;
        }
        try {
            return JsonReading.document(text);
        } catch (IOException e) {
            return text;
        }
    }

    /** The value as it is, whatever its type. */
    public static OptionType<Object> any() {
        return value -> value;
    }

    private static BigDecimal decimal(Object value, String allowed) throws InvalidValueException {
        try {
            return new BigDecimal(value.toString().trim());
        } catch (NumberFormatException e) {
            throw new InvalidValueException(value, allowed);
        }
    }

    private static String range(double min, double max) {
        return "a number from " + plain(min) + " to " + plain(max);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
