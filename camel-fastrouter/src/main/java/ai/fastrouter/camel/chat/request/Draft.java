package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.model.ChatMessage;
import java.util.List;
import java.util.Map;

/**
 * What the message body says, before the options are added.
 *
 * @param text   the only turn, a user's; null when {@code turns} says it
 * @param turns  {@link ChatMessage}s, or maps as gateways read them; null when {@code text} says it
 * @param fields further fields of a request that came whole; never null
 * @param whole  whether it is a whole request, which brings its own conversation
 */
public record Draft(String text, List<?> turns, Map<String, Object> fields, boolean whole) {

    /** One turn of the user. */
    public static Draft ofText(String text) {
        return new Draft(text, null, Map.of(), false);
    }

    /** Some turns. */
    public static Draft ofTurns(List<?> turns) {
        return new Draft(null, turns, Map.of(), false);
    }

    boolean beginsWithSystem() {
        Object first = turns.isEmpty() ? null : turns.get(0);
        Object role = first instanceof ChatMessage message
                ? message.role()
                : first instanceof Map<?, ?> map ? map.get("role") : null;
        return "system".equals(role) || "developer".equals(role);
    }

    /** Without what is said. */
    @Override
    public String toString() {
        return "Draft[fields " + fields.keySet() + "]";
    }
}
