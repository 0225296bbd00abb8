package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.model.ChatMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Turns in whichever form they came. */
public final class Turns {

    private Turns() {}

    /**
     * As records.
     *
     * @throws IllegalArgumentException if one is neither a {@link ChatMessage} nor a map of one
     */
    @SuppressWarnings("unchecked") // keys of maps from JSON are texts; others fail in fromMap
    public static List<ChatMessage> messages(Collection<?> turns) {
        List<ChatMessage> messages = new ArrayList<>(turns.size() + 1);
        for (Object turn : turns) {
            if (turn instanceof ChatMessage message) {
                messages.add(message);
            } else if (turn instanceof Map<?, ?> map) {
                messages.add(ChatMessage.fromMap((Map<String, Object>) map));
            } else {
                throw new IllegalArgumentException("A turn must be a ChatMessage or a Map with a role, but it is "
                        + (turn == null ? "null" : "a " + turn.getClass().getName()));
            }
        }
        return messages;
    }
}
