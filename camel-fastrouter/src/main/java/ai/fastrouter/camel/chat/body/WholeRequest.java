package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.chat.request.Draft;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body that is a whole request already: it holds {@code messages}, and is sent as it is. */
final class WholeRequest {

    private WholeRequest() {}

    static Draft of(List<?> messages, Map<String, Object> fields) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages is not valid: it must hold at least one turn");
        }
        return new Draft(null, messages, fields, true);
    }

    static Draft of(Map<?, ?> map) {
        if (!(map.get("messages") instanceof List<?> messages)) {
            throw new IllegalArgumentException("messages is not valid: it must be a list of turns");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        fields.remove("messages");
        return of(messages, fields);
    }

    /** Null unless the text is a JSON object that has {@code messages}: any other text, also other JSON, is what a user says. */
    static Draft ofJson(String text) {
        if (!beginsWithBrace(text) || !text.contains("\"messages\"")) {
            return null;
        }
        try {
            Object document = JsonReading.document(text);
            return document instanceof Map<?, ?> map && map.get("messages") instanceof List<?> ? of(map) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean beginsWithBrace(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '{';
    }
}
