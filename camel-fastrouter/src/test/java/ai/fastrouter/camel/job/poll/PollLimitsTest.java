package ai.fastrouter.camel.job.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rate limits, deadlines and clocks. */
class PollLimitsTest extends PollerTestSupport {

    @Test
    void job_pastItsDeadline_isAskedOnceMoreAndThenTimedOut() {
        JobTicket job = job("a");
        answering(PACE, poll -> QUEUED).add(job);

        time.pass(Duration.ofMinutes(11));

        assertThat(polls.get(polls.size() - 1)).isEqualTo(600_000);
        assertThat(failed.get("a").code()).isEqualTo("job_timed_out");
        assertThat(failed.get("a").answer().job().status()).isEqualTo("IN_QUEUE");
        assertThat(job.polls()).isEqualTo(polls.size());
    }

    @Test
    void job_submittedLongAgo_isAskedForBeforeItIsGivenUp() {
        JobTicket old = new JobTicket("a", "https://q.example/a", "m", time.millis() - 3_600_000, listener);
        answering(PACE, poll -> DONE).add(old);

        time.pass(Duration.ofSeconds(1));

        assertThat(finished).containsExactly("a");
    }

    @Test
    void rateLimit_withAWait_holdsAllJobsBack() {
        JobPoller poller = answering(PACE, poll -> poll == 0 ? limited(Duration.ofSeconds(20)) : QUEUED);
        poller.add(job("a"));
        time.pass(Duration.ofSeconds(1));
        poller.add(job("b"));

        time.pass(Duration.ofSeconds(29));

        assertThat(polls.get(0)).isEqualTo(2_000);
        assertThat(polls.get(1)).isEqualTo(22_000);
    }

    @Test
    void job_whoseTimeIsUpWhileTheGatewayWantsNoPolls_timesOutUnasked() {
        JobPoller poller = answering(PACE, poll -> limited(Duration.ofHours(1)));
        poller.add(job("asked"));
        time.pass(Duration.ofSeconds(3));
        poller.add(job("unasked"));

        time.pass(Duration.ofMinutes(11));

        assertThat(polls).hasSize(1);
        assertThat(failed).containsOnlyKeys("asked", "unasked");
        assertThat(failed.get("unasked").code()).isEqualTo("job_timed_out");
        assertThat(failed.get("unasked").answer()).isNull();
    }

    @Test
    void job_submittedLongAgo_isNotGivenUpUnheardForItsAgeAlone() {
        JobPoller poller = answering(PACE, poll -> poll == 0 ? limited(Duration.ofMinutes(9)) : DONE);
        poller.add(new JobTicket("a", "https://q.example/a", "m", time.millis() - 3_600_000, listener));

        time.pass(Duration.ofMinutes(10));

        assertThat(failed).isEmpty();
        assertThat(finished).containsExactly("a");
    }

    @Test
    void oneWait_whileTheGatewayWantsNoPolls_isToldAtOnce() {
        JobPoller poller = answering(PACE, poll -> limited(Duration.ofHours(1)));
        List<String> told = new ArrayList<>();
        poller.addNow(job("a"), () -> told.add("a"));
        poller.addNow(job("b"), () -> told.add("b"));

        assertThat(told).containsExactly("a", "b");
        assertThat(polls).hasSize(1);
    }

    @Test
    void timeOfDay_thatIsSetBack_changesNoWait() {
        JobPoller poller = answering(PACE, poll -> poll < 2 ? QUEUED : DONE);
        poller.add(job("a"));
        time.pass(Duration.ofSeconds(3));

        time.jumpWall(Duration.ofHours(-1));
        time.pass(Duration.ofSeconds(7));

        assertThat(polls).containsExactly(2_000L, 5_000L, 9_500L);
        assertThat(finished).containsExactly("a");
    }

    @Test
    void submitter_whoseClockIsAhead_delaysNoPoll() {
        answering(PACE, poll -> DONE)
                .add(new JobTicket("a", "https://q.example/a", "m", time.millis() + 3_600_000, listener));

        time.pass(Duration.ofSeconds(2));

        assertThat(finished).containsExactly("a");
    }

    @Test
    void collector_whoseClockIsAhead_givesAJobHalfItsTime() {
        time.jumpWall(Duration.ofHours(1));
        answering(PACE, poll -> QUEUED).add(job("a"));

        time.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(failed).isEmpty();
        time.pass(Duration.ofMillis(1));

        assertThat(failed.get("a").code()).isEqualTo("job_timed_out");
        assertThat(failed.get("a").answer().job().status()).isEqualTo("IN_QUEUE");
    }

    @Test
    void rateLimit_withoutAWait_slowsTheJobAndHoldsAllBackEverLonger() {
        JobPoller poller = answering(PACE, poll -> poll < 3 ? limited(null) : QUEUED);
        poller.add(job("a"));

        time.pass(Duration.ofSeconds(60));

        // 2, then 3 doubled to 6, 18 capped at 15, 15
        assertThat(polls).startsWith(2_000L, 8_000L, 23_000L, 38_000L);
    }

    @Test
    void jobAskedForAgain_hasItsFullTimeBeforeIt() {
        JobPoller poller = answering(PACE, poll -> poll == 0 ? DONE : QUEUED);
        JobTicket job = job("a");
        poller.add(job);
        time.pass(Duration.ofMinutes(9));

        poller.again(job, 5_000);
        time.pass(Duration.ofMinutes(9));
        assertThat(failed).isEmpty();
        time.pass(Duration.ofMinutes(2));

        assertThat(failed).containsOnlyKeys("a");
    }

    @Test
    void jobTriedAgain_hasWhatIsLeftOfItsTime() {
        JobPoller poller = answering(PACE, poll -> poll == 0 ? DONE : QUEUED);
        JobTicket job = job("a");
        poller.add(job);
        time.pass(Duration.ofMinutes(9));

        poller.retry(job, 5_000);
        time.pass(Duration.ofMinutes(1));

        assertThat(failed.get("a").code()).isEqualTo("job_timed_out");
    }
}
