package ai.fastrouter.camel.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.job.AudioJobConsumer;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.JobReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** When the check of a consumer of jobs says that something is wrong. */
class JobsHealthCheckTest extends OperationsTestSupport {

    @Test
    void job_olderThanTwiceItsTime_isDown() throws Exception {
        AudioJobConsumer consumer = consumerWithAJob();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(21));

        HealthCheck.Result result =
                new JobsHealthCheck(consumer, consumer::board, Duration.ofMinutes(10), later).call(Map.of());

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).contains("more than twice its time");
        assertThat(result.getDetails()).containsEntry("jobs.pending", 1);
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
