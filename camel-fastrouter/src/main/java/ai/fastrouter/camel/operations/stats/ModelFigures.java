package ai.fastrouter.camel.operations.stats;

import java.math.BigDecimal;

/**
 * What one model did since the component was made. The model is the one that answered, or the one asked for where none did.
 *
 * @param model        its name; {@link ModelNames#OTHER} for all beyond the first hundred
 * @param calls        calls that have ended
 * @param failures     those of them that failed
 * @param inputTokens  tokens of prompts
 * @param outputTokens tokens of answers
 * @param cost         in USD
 */
public record ModelFigures(
        String model, long calls, long failures, long inputTokens, long outputTokens, BigDecimal cost) {}
