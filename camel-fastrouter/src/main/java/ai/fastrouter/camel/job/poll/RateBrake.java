package ai.fastrouter.camel.job.poll;

import java.time.Duration;

/**
 * Holds all polls of one endpoint back after a 429, since the limit is the key's, not the job's: for as long as the gateway asks,
 * else for a second, doubled with each further 429 up to half a minute. A poll that gets through sets it back. Not thread-safe.
 */
final class RateBrake {

    private static final long FIRST = 1_000;
    private static final long MOST = 30_000;

    private long pause = FIRST;
    private long until = Long.MIN_VALUE;

    /** Whether polls must wait at this time, in milliseconds. */
    boolean holds(long now) {
        return now < until;
    }

    /** Until when polls must wait. */
    long until() {
        return until;
    }

    void limited(long now, Duration retryAfter) {
        long wait = retryAfter == null ? pause : retryAfter.toMillis();
        if (now >= until) {
            // the answers to polls sent before the brake took hold must not double it again
            pause = Math.min(pause * 2, MOST);
        }
        until = Math.max(until, now + wait);
    }

    void passed(long now) {
        if (now >= until) {
            pause = FIRST;
        }
    }
}
