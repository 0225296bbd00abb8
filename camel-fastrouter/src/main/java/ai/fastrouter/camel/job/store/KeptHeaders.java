package ai.fastrouter.camel.job.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which of the submitter's headers are kept with a job. What Camel itself puts there, authorization and cookies never are: a
 * repository is no place for them. Only plain values are kept, since repositories drop others.
 */
public final class KeptHeaders {

    private static final Set<String> NEVER =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");

    private final List<String> kept = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /** @param pattern as the option {@code jobHeaders} takes it; null or empty keeps none */
    public KeptHeaders(String pattern) {
        for (String part : pattern == null ? new String[0] : pattern.split(",")) {
            String name = part.trim().toLowerCase(Locale.ROOT);
            if (name.startsWith("!")) {
                dropped.add(name.substring(1).trim());
            } else if (!name.isEmpty()) {
                kept.add(name);
            }
        }
    }

    /** A map of its own with what is kept. */
    public Map<String, Object> of(Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>();
        if (!kept.isEmpty()) {
            headers.forEach((name, value) -> {
                if (isPlain(value) && isKept(name.toLowerCase(Locale.ROOT))) {
                    all.put(name, value);
                }
            });
        }
        return all;
    }

    private boolean isKept(String name) {
        return !name.startsWith("camel") && !NEVER.contains(name) && matches(kept, name) && !matches(dropped, name);
    }

    private static boolean matches(List<String> patterns, String name) {
        for (String pattern : patterns) {
            boolean matches = pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Date;
    }
}
