package ai.fastrouter.camel.gateway.wire;

import java.util.List;
import java.util.Map;

/** Finds the text in the shapes in which reasoning comes: a text, an object with one, or a list of either. */
public final class Reasoning {

    private Reasoning() {}

    /** The text; null where there is none, for example where it is encrypted. */
    public static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Map<?, ?> map) {
            Object text = map.get("text");
            return text instanceof String
                    ? (String) text
                    : map.get("summary") instanceof String summary ? summary : null;
        }
        if (!(value instanceof List<?> list)) {
            return null;
        }
        StringBuilder joined = null;
        for (Object item : list) {
            String text = text(item);
            if (text != null) {
                joined = joined == null ? new StringBuilder() : joined;
                joined.append(text);
            }
        }
        return joined == null ? null : joined.toString();
    }
}
