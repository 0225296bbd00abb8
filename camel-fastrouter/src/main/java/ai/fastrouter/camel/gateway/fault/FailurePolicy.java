package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.gateway.GatewayTarget;
import java.time.Clock;
import java.time.Duration;

/**
 * How failures are judged.
 *
 * @param maxRetryAfter the longest wait that still counts as bearable; a longer one is a quota failure. Zero bears none
 * @param clock         tells how far away a date is
 */
public record FailurePolicy(Duration maxRetryAfter, Clock clock) {

    /** The policy of an endpoint, by the system's clock. */
    public static FailurePolicy of(GatewayTarget target) {
        return new FailurePolicy(target.maxRetryAfter(), Clock.systemUTC());
    }

    boolean bears(Duration wait) {
        return wait.compareTo(maxRetryAfter) <= 0;
    }
}
