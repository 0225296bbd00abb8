package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A spoken answer, or a piece of one.
 *
 * @param id         by which a later turn can refer to it until it expires; may be null
 * @param data       the audio in base64, in the format that was asked for; null where it is not kept
 * @param transcript what is said; may be null
 * @param expiresAt  when the gateway forgets it, in seconds since 1970; may be null
 */
public record ChatAudio(String id, String data, String transcript, Long expiresAt) {

    /** The audio as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "id", id);
        Fields.put(map, "data", data);
        Fields.put(map, "transcript", transcript);
        Fields.put(map, "expires_at", expiresAt);
        return map;
    }

    /** Reads what {@link #toMap()} writes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatAudio fromMap(Map<String, Object> map) {
        return new ChatAudio(
                Fields.text(map.get("id")),
                Fields.text(map.get("data")),
                Fields.text(map.get("transcript")),
                Fields.count(map.get("expires_at")));
    }

    /** Without the audio and what it says. */
    @Override
    public String toString() {
        return "ChatAudio[" + id + "]";
    }
}
