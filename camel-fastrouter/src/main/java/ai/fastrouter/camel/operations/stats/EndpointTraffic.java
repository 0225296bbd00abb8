package ai.fastrouter.camel.operations.stats;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.exchange.observe.CallResult;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What happened to the calls of one endpoint lately. Thread-safe; a call takes no lock. */
public final class EndpointTraffic {

    private final EndpointFacts facts;
    private final LongSupplier nanoClock;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    /** Replaced by each call that says something of the gateway; two at once may lose one, which does no harm here. */
    private volatile Recent recent;

    EndpointTraffic(EndpointFacts facts, LongSupplier nanoClock) {
        this.facts = facts;
        this.nanoClock = nanoClock;
    }

    void ended(CallResult result) {
        calls.increment();
        if (result.failure() == null) {
            Recent last = recent;
            // a gateway that goes on being well needs no new object for each call
            if (last == null || last.failuresInRow > 0) {
                recent = new Recent(0, null, 0, nanoClock.getAsLong());
            } else {
                last.nanos = nanoClock.getAsLong();
            }
            return;
        }
        failures.increment();
        if (isOfTheGateway(result.failure())) {
            Recent last = recent;
            int inRow = last == null ? 1 : last.failuresInRow + 1;
            recent = new Recent(inRow, result.failure(), result.status(), nanoClock.getAsLong());
        }
    }

    public EndpointFacts facts() {
        return facts;
    }

    /** Calls that have ended, well or not. */
    public long calls() {
        return calls.sum();
    }

    /** Calls that have failed. */
    public long failures() {
        return failures.sum();
    }

    /** How many calls failed without one that succeeded in between, leaving out failures that are the request's own fault. */
    public int failuresInRow() {
        Recent last = recent;
        return last == null ? 0 : last.failuresInRow;
    }

    /** How the last call failed; null if it succeeded or there was none. */
    public ErrorCategory lastFailure() {
        Recent last = recent;
        return last == null ? null : last.failure;
    }

    /** The HTTP status of {@link #lastFailure()}; 0 when there is none. */
    public int lastStatus() {
        Recent last = recent;
        return last == null ? 0 : last.status;
    }

    /** How long ago the last call ended that says something of the gateway; null when there was none. */
    public Duration age() {
        Recent last = recent;
        return last == null ? null : Duration.ofNanos(nanoClock.getAsLong() - last.nanos);
    }

    /** A wrong request, a refused prompt or a stopped route says nothing of how well the gateway is. */
    private static boolean isOfTheGateway(ErrorCategory failure) {
        return switch (failure) {
            case TRANSIENT, RATE_LIMIT, AUTHENTICATION, QUOTA, STREAM, OTHER -> true;
            case REQUEST, MODERATION, JOB, CANCELLED -> false;
        };
    }

    private static final class Recent {
        private final int failuresInRow;
        private final ErrorCategory failure;
        private final int status;
        private volatile long nanos;

        private Recent(int failuresInRow, ErrorCategory failure, int status, long nanos) {
            this.failuresInRow = failuresInRow;
            this.failure = failure;
            this.status = status;
            this.nanos = nanos;
        }
    }
}
