package ai.fastrouter.camel.operations.stats;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the number of model names in figures small. A header may name any model and a gateway may answer with any name, so a name
 * that comes after the first hundred, is very long or could break a line counts as {@link #OTHER}. Thread-safe, without locks for
 * names that are known.
 */
public final class ModelNames {

    /** Stands for all further models. */
    public static final String OTHER = "other";
    /** How many names are kept apart. */
    public static final int AT_MOST = 100;

    private static final int LENGTH_AT_MOST = 128;

    private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();
    private final AtomicInteger places = new AtomicInteger(AT_MOST);

    /** The name under which a model counts; null for null. */
    public String of(String model) {
        if (model == null) {
            return null;
        }
        String name = known.get(model);
        return name != null ? name : add(model);
    }

    /** The model that answered if it is known, else the one asked for; null when neither is. */
    public String of(String requested, String answered) {
        return of(answered != null ? answered : requested);
    }

    private String add(String model) {
        if (places.get() <= 0 || !isPlain(model)) {
            return OTHER;
        }
        String name = known.computeIfAbsent(model, absent -> places.getAndDecrement() > 0 ? absent : null);
        return name != null ? name : OTHER;
    }

    private static boolean isPlain(String model) {
        if (model.isEmpty() || model.length() > LENGTH_AT_MOST) {
            return false;
        }
        for (int i = 0; i < model.length(); i++) {
            char c = model.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
