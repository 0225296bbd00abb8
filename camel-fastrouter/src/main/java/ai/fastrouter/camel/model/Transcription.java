package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said in a recording. Only {@code responseFormat=verbose_json} tells language, duration, segments and words.
 *
 * @param text             what was said, or its translation; with {@code srt} and {@code vtt} the subtitles
 * @param language         the language that was heard, as the gateway names it; null when not told
 * @param duration         the length of the recording in seconds; null when not told
 * @param segments         in order; never null
 * @param words            in order; never null
 * @param usage            tokens and cost; null when not told
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record Transcription(
        String text,
        String language,
        Double duration,
        List<TranscriptionSegment> segments,
        List<TranscriptionWord> words,
        TokenUsage usage,
        Map<String, Object> additionalFields) {

    public Transcription {
        segments = Fields.orEmpty(segments);
        words = Fields.orEmpty(words);
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** A transcription of which only the text is known. */
    public static Transcription ofText(String text) {
        return new Transcription(text, null, null, null, null, null, null);
    }

    /** The transcription as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "text", text);
        Fields.put(map, "language", language);
        Fields.put(map, "duration", duration);
        if (!segments.isEmpty()) {
            map.put(
                    "segments",
                    segments.stream().map(TranscriptionSegment::toMap).toList());
        }
        if (!words.isEmpty()) {
            map.put("words", words.stream().map(TranscriptionWord::toMap).toList());
        }
        Fields.put(map, "usage", usage == null ? null : usage.toMap());
        map.putAll(additionalFields);
        return map;
    }
}
