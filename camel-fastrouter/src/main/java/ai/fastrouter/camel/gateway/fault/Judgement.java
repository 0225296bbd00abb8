package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.error.ErrorCategory;
import java.util.Locale;

/**
 * Decides which kind of failure a status, a type and a code are.
 *
 * <p>403 means moderation at FastRouter; where type or code speak of permissions it is a matter of the key, where they speak of
 * quota or credits it is quota. Without an error status the type and the code alone decide; what they leave open is
 * {@code OTHER}, since an answer that may have been billed is not worth repeating on a guess.
 *
 * <p>{@code x-should-retry: false} takes a failure out of the transient ones (429 then counts as quota);
 * {@code x-should-retry: true} makes a plain 4xx transient, but never a matter of key, quota or moderation.
 */
final class Judgement {

    private Judgement() {}

    static ErrorCategory of(int status, String type, String code, String shouldRetry) {
        String words = (type + " " + code).toLowerCase(Locale.ROOT);
        ErrorCategory category = ofStatus(status, words);
        if ("false".equalsIgnoreCase(shouldRetry)) {
            return switch (category) {
                case TRANSIENT -> ErrorCategory.OTHER;
                case RATE_LIMIT -> ErrorCategory.QUOTA;
                default -> category;
            };
        }
        boolean asksToRetry = "true".equalsIgnoreCase(shouldRetry) && status >= 400;
        return asksToRetry && category == ErrorCategory.REQUEST ? ErrorCategory.TRANSIENT : category;
    }

    private static ErrorCategory ofStatus(int status, String words) {
        if (status >= 500 && status < 600) {
            return ErrorCategory.TRANSIENT;
        }
        return switch (status) {
            case 401 -> ErrorCategory.AUTHENTICATION;
            case 402 -> ErrorCategory.QUOTA;
            case 403 -> forbidden(words);
            case 446 -> ErrorCategory.MODERATION;
            case 408, 409 -> ErrorCategory.TRANSIENT;
            case 429 -> speaksOfQuota(words) ? ErrorCategory.QUOTA : ErrorCategory.RATE_LIMIT;
            default -> status >= 300 && status < 500 ? ErrorCategory.REQUEST : ofWords(words);
        };
    }

    private static ErrorCategory forbidden(String words) {
        if (speaksOfQuota(words)) {
            return ErrorCategory.QUOTA;
        }
        return speaksOfKey(words) ? ErrorCategory.AUTHENTICATION : ErrorCategory.MODERATION;
    }

    private static ErrorCategory ofWords(String words) {
        if (speaksOfQuota(words)) {
            return ErrorCategory.QUOTA;
        }
        if (any(words, "rate_limit", "ratelimit", "too_many_requests")) {
            return ErrorCategory.RATE_LIMIT;
        }
        if (speaksOfKey(words)) {
            return ErrorCategory.AUTHENTICATION;
        }
        if (any(words, "guardrail", "moderation", "content_filter", "content_policy")) {
            return ErrorCategory.MODERATION;
        }
        if (any(words, "invalid", "bad_request", "not_found", "too_large", "unsupported", "context_length")) {
            return ErrorCategory.REQUEST;
        }
        boolean passing =
                any(words, "server_error", "api_error", "overloaded", "timeout", "unavailable", "bad_gateway");
        return passing ? ErrorCategory.TRANSIENT : ErrorCategory.OTHER;
    }

    private static boolean speaksOfQuota(String words) {
        return any(words, "quota", "credit", "billing", "payment");
    }

    private static boolean speaksOfKey(String words) {
        return any(words, "permission", "forbidden", "authentication", "authorization", "unauthorized", "api_key");
    }

    private static boolean any(String words, String... parts) {
        for (String part : parts) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
