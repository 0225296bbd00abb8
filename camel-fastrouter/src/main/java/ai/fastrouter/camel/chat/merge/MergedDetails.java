package ai.fastrouter.camel.chat.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts the fragments of reasoning details together: same type and index are one detail, whose texts grow. */
final class MergedDetails {

    private static final Set<String> GROWING = Set.of("text", "summary", "data");

    private MergedDetails() {}

    static List<Object> added(List<Object> before, List<Object> fragments) {
        List<Object> all = before == null ? new ArrayList<>() : before;
        for (Object fragment : fragments) {
            Map<String, Object> open = fragment instanceof Map<?, ?> map ? find(all, map) : null;
            if (open != null) {
                ((Map<?, ?>) fragment).forEach((name, value) -> grow(open, name.toString(), value));
            } else {
                all.add(fragment instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : fragment);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked") // made above, from JSON
    private static Map<String, Object> find(List<Object> all, Map<?, ?> fragment) {
        if (fragment.get("index") == null) {
            return null;
        }
        for (Object detail : all) {
            if (detail instanceof Map<?, ?> map
                    && Objects.equals(map.get("index"), fragment.get("index"))
                    && Objects.equals(map.get("type"), fragment.get("type"))) {
                return (Map<String, Object>) map;
            }
        }
        return null;
    }

    private static void grow(Map<String, Object> detail, String name, Object value) {
        if (value instanceof String text && GROWING.contains(name) && detail.get(name) instanceof String before) {
            detail.put(name, before + text);
        } else if (value != null) {
            detail.put(name, value);
        }
    }
}
