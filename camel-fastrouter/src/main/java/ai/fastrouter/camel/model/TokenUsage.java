package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call used and cost. Each value is null where the gateway did not tell.
 *
 * @param promptTokens     tokens of the prompt
 * @param completionTokens tokens of the answer, reasoning included
 * @param totalTokens      all tokens
 * @param reasoningTokens  tokens spent on reasoning
 * @param cachedTokens     tokens of the prompt that were read from a cache
 * @param promptAudioTokens     audio tokens of the prompt
 * @param completionAudioTokens audio tokens of the answer
 * @param cost             the cost in USD, exact
 * @param provider         the provider that answered
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record TokenUsage(
        Long promptTokens,
        Long completionTokens,
        Long totalTokens,
        Long reasoningTokens,
        Long cachedTokens,
        Long promptAudioTokens,
        Long completionAudioTokens,
        BigDecimal cost,
        String provider,
        Map<String, Object> additionalFields) {

    public TokenUsage {
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The same, with the provider that answered. */
    public TokenUsage withProvider(String newProvider) {
        return new TokenUsage(
                promptTokens,
                completionTokens,
                totalTokens,
                reasoningTokens,
                cachedTokens,
                promptAudioTokens,
                completionAudioTokens,
                cost,
                newProvider,
                additionalFields);
    }

    /** Audio tokens of prompt and answer together; null when neither is known. */
    public Long audioTokens() {
        if (promptAudioTokens == null) {
            return completionAudioTokens;
        }
        return completionAudioTokens == null ? promptAudioTokens : (Long) (promptAudioTokens + completionAudioTokens);
    }

    /** The usage as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "prompt_tokens", promptTokens);
        Fields.put(map, "completion_tokens", completionTokens);
        Fields.put(map, "total_tokens", totalTokens);
        Fields.put(map, "cost", cost);
        Fields.put(map, "provider", provider);
        Map<String, Object> prompt = new LinkedHashMap<>();
        Fields.put(prompt, "cached_tokens", cachedTokens);
        Fields.put(prompt, "audio_tokens", promptAudioTokens);
        Map<String, Object> completion = new LinkedHashMap<>();
        Fields.put(completion, "reasoning_tokens", reasoningTokens);
        Fields.put(completion, "audio_tokens", completionAudioTokens);
        map.putAll(additionalFields);
        putDetails(map, "prompt_tokens_details", prompt);
        putDetails(map, "completion_tokens_details", completion);
        return map;
    }

    /** Reads what {@link #toMap()} writes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenUsage fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        Map<String, Object> prompt = details(rest, "prompt_tokens_details");
        Map<String, Object> completion = details(rest, "completion_tokens_details");
        Long reasoning = Fields.count(completion.remove("reasoning_tokens"));
        Long cached = Fields.count(prompt.remove("cached_tokens"));
        Long promptAudio = Fields.count(prompt.remove("audio_tokens"));
        Long completionAudio = Fields.count(completion.remove("audio_tokens"));
        Fields.put(rest, "prompt_tokens_details", prompt.isEmpty() ? null : prompt);
        Fields.put(rest, "completion_tokens_details", completion.isEmpty() ? null : completion);
        return new TokenUsage(
                Fields.count(rest.remove("prompt_tokens")),
                Fields.count(rest.remove("completion_tokens")),
                Fields.count(rest.remove("total_tokens")),
                reasoning,
                cached,
                promptAudio,
                completionAudio,
                Fields.decimal(rest.remove("cost")),
                Fields.text(rest.remove("provider")),
                rest);
    }

    private static Map<String, Object> details(Map<String, Object> rest, String name) {
        Object details = rest.remove(name);
        return details == null ? new LinkedHashMap<>() : Fields.map(details);
    }

    /** Details that have a place of their own here, beside those that came as further fields. */
    private static void putDetails(Map<String, Object> map, String name, Map<String, Object> details) {
        if (map.get(name) instanceof Map<?, ?> further) {
            further.forEach((key, value) -> details.put(key.toString(), value));
        }
        if (!details.isEmpty()) {
            map.put(name, details);
        }
    }
}
