package ai.fastrouter.camel.gateway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads single values as tolerantly as gateways write them: ids as text or number, counts as {@code 10} or {@code 10.0}. A value
 * of another type is skipped and counts as absent. Each method is called with the parser at the value, and leaves it at its end.
 */
public final class JsonReading {

    private JsonReading() {}

    /** A text; numbers and booleans as they are written. Null for anything else. */
    public static String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue()) {
            return token == JsonToken.VALUE_NULL ? null : parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** As {@link #text}; where it reads the same as before, the same object, so that a stream does not make it anew for each chunk. */
    static String text(JsonParser parser, String before) throws IOException {
        if (before == null || parser.currentToken() != JsonToken.VALUE_STRING) {
            return text(parser);
        }
        int length = parser.getTextLength();
        if (length != before.length()) {
            return parser.getText();
        }
        char[] chars = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        for (int i = 0; i < length; i++) {
            if (chars[offset + i] != before.charAt(i)) {
                return parser.getText();
            }
        }
        return before;
    }

    /** A whole number, also one written with a fraction or as a text. Null for anything else. */
    public static Long count(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        BigDecimal number = decimal(parser);
        // a magnitude beyond this is no count, and its digits would take long to write out
        return number == null || Math.abs((long) number.precision() - number.scale()) > 18 ? null : number.longValue();
    }

    /** A number, exact; also one written as a text. Null for anything else. */
    public static BigDecimal decimal(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return parser.getDecimalValue();
            case VALUE_STRING:
                try {
                    String text = parser.getText().trim();
                    return text.length() > 64 ? null : new BigDecimal(text);
                } catch (NumberFormatException e) {
                    return null;
                }
            default:
                parser.skipChildren();
                return null;
        }
    }

    /** Any value: Map, List, String, Boolean, null, and numbers as Integer, Long, BigInteger or BigDecimal. */
    public static Object any(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    /** A whole document. */
    public static Object document(String json) throws IOException {
        try (JsonParser parser = Json.parser(json)) {
            return document(parser);
        }
    }

    private static Object document(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new IOException("There is no JSON");
        }
        Object value = any(parser);
        if (parser.nextToken() != null) {
            throw new IOException("There is more than one JSON value");
        }
        return value;
    }

    /** Adds a field to a map that is made when the first one comes. Null says nothing and is left out. */
    static Map<String, Object> add(Map<String, Object> fields, String name, Object value) {
        if (value == null) {
            return fields;
        }
        Map<String, Object> all = fields == null ? new LinkedHashMap<>() : fields;
        all.put(name, value);
        return all;
    }

    static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, any(parser));
        }
        return map;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(any(parser));
        }
        return list;
    }
}
