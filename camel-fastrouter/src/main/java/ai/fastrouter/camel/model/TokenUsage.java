package ai.fastrouter.camel.model;

import java.math.BigDecimal;

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
        String provider) {

    /** Audio tokens of prompt and answer together; null when neither is known. */
    public Long audioTokens() {
        if (promptAudioTokens == null) {
            return completionAudioTokens;
        }
        return completionAudioTokens == null ? promptAudioTokens : (Long) (promptAudioTokens + completionAudioTokens);
    }
}
