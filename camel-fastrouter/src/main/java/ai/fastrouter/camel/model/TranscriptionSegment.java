package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stretch of a recording, about a sentence.
 *
 * @param id               its number, or whatever the gateway calls it; null when not told
 * @param start            seconds from the beginning of the recording; null when not told
 * @param end              seconds from the beginning of the recording; null when not told
 * @param text             what was said
 * @param speaker          who said it, where speakers are told apart; null otherwise
 * @param additionalFields what else the gateway told, by its own names, for example {@code no_speech_prob}; never null
 */
public record TranscriptionSegment(
        String id, Double start, Double end, String text, String speaker, Map<String, Object> additionalFields) {

    public TranscriptionSegment {
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The segment as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "id", id);
        Fields.put(map, "start", start);
        Fields.put(map, "end", end);
        Fields.put(map, "text", text);
        Fields.put(map, "speaker", speaker);
        map.putAll(additionalFields);
        return map;
    }
}
