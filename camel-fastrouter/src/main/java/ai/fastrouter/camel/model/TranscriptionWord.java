package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A word and when it was said.
 *
 * @param word             the word
 * @param start            seconds from the beginning of the recording; null when not told
 * @param end              seconds from the beginning of the recording; null when not told
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record TranscriptionWord(String word, Double start, Double end, Map<String, Object> additionalFields) {

    public TranscriptionWord {
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The word as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "word", word);
        Fields.put(map, "start", start);
        Fields.put(map, "end", end);
        map.putAll(additionalFields);
        return map;
    }
}
