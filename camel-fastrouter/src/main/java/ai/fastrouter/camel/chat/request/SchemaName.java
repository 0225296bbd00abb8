package ai.fastrouter.camel.chat.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a bare JSON schema into the object that gateways want: with a name, and strict where the schema allows it. */
public final class SchemaName {

    private static final int LONGEST = 64;

    private SchemaName() {}

    /** Named after its title, and strict if the whole schema is of the subset that strict answers take. */
    public static Map<String, Object> wrapped(Map<?, ?> schema) {
        Map<String, Object> wrapper = new LinkedHashMap<>();
        wrapper.put("name", of(schema.get("title")));
        if (Strictness.isStrict(schema)) {
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
