package ai.fastrouter.camel.error;

/** The kinds of failure a route can tell apart; one per exception class. */
public enum ErrorCategory {
    /** Worth another try: 408, 409, 5xx, connect failure, timeouts. */
    TRANSIENT,
    /** 429 with a wait that can be borne. */
    RATE_LIMIT,
    /** The request is wrong: 400, 404, 413, 422, a bad option or body. */
    REQUEST,
    /** The key is missing, wrong or expired: 401. */
    AUTHENTICATION,
    /** Out of credits or quota, or a wait longer than {@code maxRetryAfter}: 402 and some 429. */
    QUOTA,
    /** Refused by moderation (403) or a guardrail (446). */
    MODERATION,
    /** A stream that failed or was cut after it had begun. */
    STREAM,
    /** A prompt-to-audio job that failed, expired or ran out of time. */
    JOB,
    /** Given up on our side: the route was stopped or the stream closed. */
    CANCELLED,
    /** Anything else. */
    OTHER
}
