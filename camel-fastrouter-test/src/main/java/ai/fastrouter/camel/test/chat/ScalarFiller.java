package ai.fastrouter.camel.test.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Values for the leaves of a schema; names, numbers and quotations of the question are handed out in order. */
final class ScalarFiller {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WHOLE = List.of(
            "question",
            "query",
            "text",
            "message",
            "input",
            "prompt",
            "content",
            "description",
            "summary",
            "answer",
            "expression",
            "result",
            "reason",
            "explanation",
            "comment");

    private final Phrases phrases;
    private final String answer;
    private final Iterator<String> names;
    private final Iterator<String> numbers;
    private final Iterator<String> quoted;

    /** The answer is what fields such as {@code answer} or {@code summary} get; {@code null} for the question itself. */
    ScalarFiller(Phrases phrases, String answer) {
        this.phrases = phrases;
        this.answer = answer == null ? phrases.question() : answer;
        this.names = phrases.names().iterator();
        this.numbers = phrases.numbers().iterator();
        this.quoted = phrases.quoted().iterator();
    }

    /** The value that the question mentions, else the first. */
    JsonNode choice(JsonNode values) {
        for (JsonNode value : values) {
            if (value.isTextual() && phrases.mentions(value.asText())) {
                return value;
            }
        }
        return values.get(0);
    }

    JsonNode fill(String name, String type, JsonNode schema) {
        return switch (type) {
            case "integer" -> JSON.numberNode(number(schema, true).longValue());
            case "number" -> JSON.numberNode(number(schema, false));
            case "boolean" -> JSON.booleanNode(schema.path("default").asBoolean(true));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(bounded(schema, text(name.toLowerCase(Locale.ROOT), schema)));
        };
    }

    private BigDecimal number(JsonNode schema, boolean whole) {
        BigDecimal value = numbers.hasNext()
                ? new BigDecimal(numbers.next())
                : new BigDecimal(
                        schema.path("default").isNumber()
                                ? schema.path("default").asText()
                                : "1");
        BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.5");
        BigDecimal min = limit(schema, "minimum", "exclusiveMinimum", step);
        BigDecimal max = limit(schema, "maximum", "exclusiveMaximum", step.negate());
        if (max != null) {
            value = value.min(max);
        }
        return min == null ? value : value.max(min);
    }

    private static BigDecimal limit(JsonNode schema, String inclusive, String exclusive, BigDecimal step) {
        if (schema.path(inclusive).isNumber()) {
            return schema.path(inclusive).decimalValue();
        }
        return schema.path(exclusive).isNumber()
                ? schema.path(exclusive).decimalValue().add(step)
                : null;
    }

    private String text(String name, JsonNode schema) {
        String formatted = formatted(schema.path("format").asText());
        if (formatted != null) {
            return formatted;
        }
        if (schema.path("default").isTextual()) {
            return schema.path("default").asText();
        }
        if (WHOLE.stream().anyMatch(name::contains)) {
            return answer;
        }
        if (quoted.hasNext()) {
            return quoted.next();
        }
        return names.hasNext() ? names.next() : answer.isBlank() ? "none" : answer;
    }

    private static String formatted(String format) {
        return switch (format) {
            case "date" -> "2026-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "time" -> "12:00:00Z";
            case "email" -> "someone@example.com";
            case "uri", "url" -> "https://example.com/";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> null;
        };
    }

    private static String bounded(JsonNode schema, String text) {
        int min = schema.path("minLength").asInt(0);
        int max = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String padded = text.length() < min ? text + "x".repeat(min - text.length()) : text;
        return padded.length() > max ? padded.substring(0, max) : padded;
    }
}
