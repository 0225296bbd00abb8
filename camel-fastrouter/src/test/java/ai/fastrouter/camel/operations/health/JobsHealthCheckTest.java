package ai.fastrouter.camel.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import ai.fastrouter.camel.job.AudioJobConsumer;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.JobReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** When the check of a consumer of jobs says that something is wrong. */
class JobsHealthCheckTest extends OperationsTestSupport {

    @Test
    void job_longOverItsTime_isDown() throws Exception {
        AudioJobConsumer consumer = consumerWithAJob();
        Duration jobTimeout = Duration.ofMillis(component.getConfiguration().getJobTimeout());
        Clock later = Clock.offset(Clock.systemUTC(), jobTimeout.plusMinutes(11));

        HealthCheck.Result result =
                new JobsHealthCheck(consumer, consumer::board, Duration.ofMinutes(10), later).call(Map.of());

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).contains("after its time was over");
        assertThat(result.getDetails()).containsEntry("jobs.pending", 1);
    }

    @Test
    void job_thatGotItsTimeAgain_isNotDown() throws Exception {
        AudioJobConsumer consumer = consumerWithAJob();
        Instant now = Instant.now();
        PendingJob again = new PendingJob(
                "j1", "m", "IN_PROGRESS", null, now.minus(Duration.ofMinutes(25)), 9, now.plus(Duration.ofMinutes(5)));

        HealthCheck.Result result = new JobsHealthCheck(
                        consumer, () -> new Board(again), Duration.ofMinutes(10), Clock.systemUTC())
                .call(Map.of());

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat((Long) result.getDetails().get("jobs.oldest.seconds")).isGreaterThanOrEqualTo(1500);
    }

    /** Shows one job. */
    private record Board(PendingJob job) implements JobBoard {

        @Override
        public String collector() {
            return null;
        }

        @Override
        public List<PendingJob> jobs() {
            return List.of(job);
        }

        @Override
        public int delivering() {
            return 0;
        }

        @Override
        public Instant lastPoll() {
            return null;
        }

        @Override
        public boolean drop(String id) {
            return false;
        }
    }

    @Test
    void check_switchedOff_saysNothingOfJobs() throws Exception {
        AudioJobConsumer consumer = consumerWithAJob();
        JobsHealthCheck check =
                new JobsHealthCheck(consumer, consumer::board, Duration.ofMinutes(10), Clock.systemUTC());
        check.setEnabled(false);

        assertThat(check.call(Map.of()).getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(check.call(Map.of()).getDetails()).doesNotContainKey("jobs.pending");
        assertThat(check.getId()).isEqualTo("consumer:clips");
    }

    private AudioJobConsumer consumerWithAJob() throws Exception {
        gateway().onPoll().always(JobReply.inProgress());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("fastrouter:prompt-to-audio?model=ace-step/prompt-to-audio&delay=50&initialDelay=0&jobPollDelay=20")
                        .routeId("clips")
                        .to("log:clips");
            }
        });
        send("fastrouter:prompt-to-audio?model=ace-step/prompt-to-audio&store=true", "A jingle");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> component.getMonitoring().jobs().pending() == 1);
        return (AudioJobConsumer) context.getRoute("clips").getConsumer();
    }
}
