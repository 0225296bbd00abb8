package ai.fastrouter.camel.chat.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a bare JSON schema into the object that gateways want: with a name, and strict where the schema allows it. */
public final class SchemaName {

    private static final int LONGEST = 64;

    private SchemaName() {}

    /**
     * Named after its title. Strict only if the schema forbids further properties, which strict mode demands; otherwise gateways
     * would refuse it (OpenAI).
     */
    public static Map<String, Object> wrapped(Map<?, ?> schema) {
        Map<String, Object> wrapper = new LinkedHashMap<>();
        wrapper.put("name", of(schema.get("title")));
        if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            wrapper.put("strict", true);
        }
        wrapper.put("schema", schema);
        return wrapper;
    }

    /** Letters, digits, underscore and hyphen, at most 64 of them (OpenAI). */
    private static String of(Object title) {
        if (!(title instanceof String text) || text.isBlank()) {
            return "answer";
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length() && name.length() < LONGEST; i++) {
            char c = text.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            name.append(allowed ? c : '_');
        }
        return name.toString();
    }
}
