package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code await=true}: jobs that fail, take too long, or are given up. */
class AwaitFailuresTest extends AwaitTestSupport {

    @Test
    void failedJob_failsTheExchangeOnceWithTheJob() {
        gateway().onPoll().reply(JobReply.queued(1), JobReply.failed("the model broke"));

        FastRouterJobException failure = failure(send(URI, "rain"));

        assertThat(failure.getCode()).isEqualTo("job_failed");
        assertThat(failure).hasMessageContaining("the model broke");
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.JOB);
        assertThat(failure.getJob().status()).isEqualTo("FAILED");
        assertThat(failure.getJob().polls()).isEqualTo(2);
        assertThat(failure.getJob().responseUrl()).isNotNull();
        assertThat(polls()).hasSize(2);
    }

    @Test
    void completedWithoutAudio_isAFailureAfterGracePolls() {
        gateway().onPoll().always(JobReply.completedWithoutAudio());

        assertThat(failure(send(URI, "rain")).getCode()).isEqualTo("completed_without_audio");
        assertThat(polls()).hasSize(4);
    }

    @Test
    void unknownJob_isAskedTwiceMoreAndThenExpired() {
        gateway().onPoll().always(JobReply.expired());

        FastRouterJobException failure = failure(send(URI, "rain"));

        assertThat(failure.getCode()).isEqualTo("job_expired");
        assertThat(failure.getStatus()).isEqualTo(404);
        assertThat(polls()).hasSize(3);
    }

    @Test
    void refusedPoll_failsWithWhatTheGatewaySaid() {
        gateway().onPoll().reply(JobReply.invalid("duration too short"));

        assertThat(failure(send(URI, "rain"))).hasMessageContaining("duration too short");
        assertThat(polls()).hasSize(1);
    }

    @Test
    void job_thatTakesTooLong_timesOutAndCanBeResumed() {
        gateway().onPoll().always(JobReply.queued(9));

        FastRouterJobException failure = failure(send(URI + "&jobTimeout=200", "rain"));

        assertThat(failure.getCode()).isEqualTo("job_timed_out");
        assertThat(failure.getJob().responseUrl()).isNotNull();
        assertThat(failure.getJob().status()).isEqualTo("IN_QUEUE");
    }

    @Test
    void job_whileTheGatewayWantsNoPolls_timesOutAllTheSame() {
        gateway().onPoll().always(Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(3600));

        FastRouterJobException failure = failure(send(URI + "&jobTimeout=2000", "rain"));

        assertThat(failure.getCode()).isEqualTo("job_timed_out");
        assertThat(failure).hasMessageContaining("ask again with its responseUrl");
        assertThat(polls()).hasSize(1);
    }

    @Test
    void stoppedRoute_givesTheWaitUp() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wait").routeId("wait").to(URI);
            }
        });
        gateway().onPoll().always(JobReply.queued(1));
        CompletableFuture<Exchange> waiting = template.asyncSend(
                "direct:wait", exchange -> exchange.getMessage().setBody("rain"));
        Awaitility.await().atMost(LIMIT).until(() -> polls().size() > 2);

        context.getRouteController().stopRoute("wait", 100, TimeUnit.MILLISECONDS);

        Exchange exchange = waiting.get(10, TimeUnit.SECONDS);
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FastRouterException.class,
                        e -> assertThat(e.getCategory()).isEqualTo(ErrorCategory.CANCELLED));
        int asked = polls().size();
        Awaitility.await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> polls().size() <= asked + 1);
    }
}
