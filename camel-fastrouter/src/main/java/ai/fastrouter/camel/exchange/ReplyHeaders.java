package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.model.TokenUsage;
import java.math.BigDecimal;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes what is known of an answer into message headers. What is unknown removes the header, so that none is left of an earlier call. */
public final class ReplyHeaders {

    private ReplyHeaders() {}

    /** Status, request id and rate limits, from the response's head. */
    public static void ofHead(Message message, ResponseHead head) {
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, head.status());
        set(message, FastRouterConstants.REQUEST_ID, head.requestId());
        set(
                message,
                FastRouterConstants.RATE_LIMIT,
                count(first(head, "x-ratelimit-limit", "x-ratelimit-limit-requests")));
        set(
                message,
                FastRouterConstants.RATE_LIMIT_REMAINING,
                count(first(head, "x-ratelimit-remaining", "x-ratelimit-remaining-requests")));
        set(
                message,
                FastRouterConstants.RATE_LIMIT_RESET,
                first(head, "x-ratelimit-reset", "x-ratelimit-reset-requests"));
    }

    /**
     * Tokens and cost.
     *
     * @param usage null when the gateway told nothing
     */
    public static void ofUsage(Message message, TokenUsage usage) {
        TokenUsage known = usage == null ? NOTHING : usage;
        set(message, FastRouterConstants.PROMPT_TOKENS, known.promptTokens());
        set(message, FastRouterConstants.COMPLETION_TOKENS, known.completionTokens());
        set(message, FastRouterConstants.TOTAL_TOKENS, known.totalTokens());
        set(message, FastRouterConstants.REASONING_TOKENS, known.reasoningTokens());
        set(message, FastRouterConstants.CACHED_TOKENS, known.cachedTokens());
        set(message, FastRouterConstants.AUDIO_TOKENS, known.audioTokens());
        set(message, FastRouterConstants.COST, known.cost());
        set(message, FastRouterConstants.PROVIDER, known.provider());
    }

    /** Who answered and why it ended. */
    public static void ofAnswer(Message message, String id, String model, String finishReason) {
        set(message, FastRouterConstants.RESPONSE_ID, id);
        set(message, FastRouterConstants.RESPONSE_MODEL, model);
        set(message, FastRouterConstants.FINISH_REASON, finishReason);
    }

    /** Tells an observation what the headers of a finished answer say. */
    static void tell(Observation observation, Message message) {
        observation.status(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                message.getHeader(FastRouterConstants.REQUEST_ID, String.class));
        observation.answered(
                message.getHeader(FastRouterConstants.RESPONSE_MODEL, String.class),
                message.getHeader(FastRouterConstants.FINISH_REASON, String.class),
                new TokenUsage(
                        message.getHeader(FastRouterConstants.PROMPT_TOKENS, Long.class),
                        message.getHeader(FastRouterConstants.COMPLETION_TOKENS, Long.class),
                        message.getHeader(FastRouterConstants.TOTAL_TOKENS, Long.class),
                        message.getHeader(FastRouterConstants.REASONING_TOKENS, Long.class),
                        message.getHeader(FastRouterConstants.CACHED_TOKENS, Long.class),
                        null,
                        message.getHeader(FastRouterConstants.AUDIO_TOKENS, Long.class),
                        message.getHeader(FastRouterConstants.COST, BigDecimal.class),
                        message.getHeader(FastRouterConstants.PROVIDER, String.class),
                        null));
    }

    /** Sets a header, or removes it when there is no value. */
    public static void set(Message message, String name, Object value) {
        if (value != null) {
            message.setHeader(name, value);
        } else if (message.hasHeaders()) {
            message.removeHeader(name);
        }
    }

    private static final TokenUsage NOTHING =
            new TokenUsage(null, null, null, null, null, null, null, null, null, null);

    private static String first(ResponseHead head, String name, String otherwise) {
        String value = head.header(name);
        return value != null ? value : head.header(otherwise);
    }

    /** Gateways write plain numbers; anything else is left out. */
    private static Long count(String text) {
        if (text == null || text.isEmpty() || text.length() > 18) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return null;
            }
        }
        return Long.valueOf(text);
    }
}
