package ai.fastrouter.camel.operations.health;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Camel's check of a polling consumer, which is down while its polls fail, with what is known of the jobs: the last poll, how many
 * jobs wait, and how long the oldest has waited. Down too when a job still waits long after its time was over: the jobs are not
 * asked for any more then. A job whose audio could not be used gets its full time again, so its age alone says nothing.
 */
public final class JobsHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final ScheduledPollConsumer consumer;
    private final Supplier<JobBoard> board;
    private final Duration jobTimeout;
    private final Clock clock;

    /**
     * @param board      gives the consumer's own; null while the consumer is stopped
     * @param jobTimeout how long a job may take
     */
    public JobsHealthCheck(ScheduledPollConsumer consumer, Supplier<JobBoard> board, Duration jobTimeout, Clock clock) {
        super(consumer, "consumer:fastrouter");
        this.consumer = consumer;
        this.board = board;
        this.jobTimeout = jobTimeout;
        this.clock = clock;
    }

    /** The route is known only after the consumer was made. */
    @Override
    public String getId() {
        return "consumer:" + consumer.getRouteId();
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result camels = super.call(options);
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .state(camels.getState())
                .details(camels.getDetails())
                .message(camels.getMessage().orElse(null))
                .error(camels.getError().orElse(null));
        JobBoard jobs = board.get();
        if (jobs != null && isEnabled()) {
            judge(jobs, result);
        }
        return result.build();
    }

    private void judge(JobBoard board, HealthCheckResultBuilder result) {
        List<PendingJob> jobs = board.jobs();
        result.detail("jobs.pending", jobs.size());
        result.detail("jobs.delivering", board.delivering());
        if (board.lastPoll() != null) {
            result.detail("jobs.last.poll", board.lastPoll().toString());
        }
        Instant oldest = jobs.stream()
                .map(PendingJob::submittedAt)
                .filter(time -> time != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (oldest != null) {
            result.detail(
                    "jobs.oldest.seconds",
                    Duration.between(oldest, clock.instant()).toSeconds());
        }
        Instant due = jobs.stream()
                .map(PendingJob::deadline)
                .filter(time -> time != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (due != null && clock.instant().isAfter(due.plus(jobTimeout))) {
            long late = Duration.between(due, clock.instant()).toSeconds();
            result.message("A job still waits " + late + " seconds after its time was over")
                    .down();
        }
    }
}
