package ai.fastrouter.camel.chat.schema;

import com.fasterxml.jackson.databind.JavaType;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The schemas of types without parts. */
final class SimpleSchemas {

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigInteger.class);

    private SimpleSchemas() {}

    /** Null if it has parts. */
    static Map<String, Object> of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Object.class) {
            return Map.of();
        }
        if (WHOLE.contains(raw)) {
            return Map.of("type", "integer");
        }
        if (raw == double.class || raw == float.class || Number.class.isAssignableFrom(raw)) {
            return Map.of("type", "number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (CharSequence.class.isAssignableFrom(raw) || raw == char.class || raw == Character.class || isText(raw)) {
            return Map.of("type", "string");
        }
        return null;
    }

    /** What Jackson writes as one text. */
    private static boolean isText(Class<?> raw) {
        return raw == UUID.class
                || raw == byte[].class
                || raw == java.net.URI.class
                || raw == java.net.URL.class
                || raw == java.util.Locale.class
                || raw == java.util.Date.class
                || raw == java.time.Duration.class
                || raw == java.time.Period.class
                || Temporal.class.isAssignableFrom(raw);
    }
}
