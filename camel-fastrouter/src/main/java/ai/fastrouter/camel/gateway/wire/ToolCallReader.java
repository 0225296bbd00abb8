package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.model.ToolCall;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code tool_calls}: whole calls, or fragments of them in a stream. */
final class ToolCallReader {

    private Integer index;
    private String id;
    private String name;
    private String arguments;
    private Map<String, Object> further;

    private ToolCallReader() {}

    /** With the parser at the value; null if it is no list or an empty one. */
    static List<ToolCall> list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        List<ToolCall> calls = null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                calls = calls == null ? new ArrayList<>(2) : calls;
                calls.add(new ToolCallReader().call(parser));
            } else {
                parser.skipChildren();
            }
        }
        return calls;
    }

    private ToolCall call(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "index" -> index(JsonReading.count(parser));
                case "id" -> id = JsonReading.text(parser);
                case "type" -> type(JsonReading.text(parser));
                case "function" -> function(parser);
                default -> further = JsonReading.add(further, field, JsonReading.any(parser));
            }
        }
        return new ToolCall(index, id, name, arguments, further);
    }

    private void function(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = JsonReading.text(parser);
                case "arguments" -> arguments = arguments(parser);
                default -> parser.skipChildren();
            }
        }
    }

    /** A text by the book; some models' gateways write the object itself. */
    private static String arguments(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue() ? JsonReading.text(parser) : JsonText.of(JsonReading.any(parser));
    }

    private void index(Long number) {
        index = number == null ? null : (Integer) number.intValue();
    }

    private void type(String type) {
        if (type != null && !type.isEmpty() && !type.equals("function")) {
            further = JsonReading.add(further, "type", type);
        }
    }
}
