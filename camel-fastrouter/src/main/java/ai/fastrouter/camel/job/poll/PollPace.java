package ai.fastrouter.camel.job.poll;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How the waits between the polls of one job grow.
 *
 * @param first  the wait before the first poll
 * @param factor by how much each wait is longer than the one before, 1 or more
 * @param most   the longest wait
 * @param jitter by which part a wait is made longer or shorter at random, 0 to 1, so that jobs submitted together are not asked
 *               for together
 */
public record PollPace(Duration first, double factor, Duration most, double jitter) {

    long firstWait() {
        return Math.min(first.toMillis(), most.toMillis());
    }

    /** The wait after one of this length, in milliseconds. */
    long next(long wait) {
        return Math.min((long) Math.ceil(Math.max(wait, 1) * factor), most.toMillis());
    }

    /**
     * The wait as it is really taken.
     *
     * @param random gives numbers from 0 to 1
     */
    long jittered(long wait, DoubleSupplier random) {
        return Math.max(0, Math.round(wait * (1 + jitter * (2 * random.getAsDouble() - 1))));
    }
}
