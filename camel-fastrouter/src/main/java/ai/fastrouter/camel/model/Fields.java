package ai.fastrouter.camel.model;

import java.util.Collections;
import java.util.Map;

/** How records keep and write fields that may be absent. */
final class Fields {

    private Fields() {}

    static Map<String, Object> orEmpty(Map<String, Object> fields) {
        return fields == null || fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(fields);
    }

    static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    /** The text of a value that gateways write as string or number. */
    static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
