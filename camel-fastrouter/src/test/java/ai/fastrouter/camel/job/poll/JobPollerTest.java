package ai.fastrouter.camel.job.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.JobAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class JobPollerTest {

    private static final PollPace PACE = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0);
    private static final PollResult QUEUED = PollResult.ok(200, PollRulesTest.answer("{'status':'IN_QUEUE'}"));
    private static final PollResult DONE =
            PollResult.ok(200, PollRulesTest.answer("{'audio_url':'https://m.example/a.wav'}"));

    private final VirtualTime time = new VirtualTime();
    private final long start = time.millis();
    private final List<Long> polls = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private final Map<String, JobEnd> failed = new HashMap<>();
    private final List<String> progress = new ArrayList<>();
    private final List<Consumer<PollResult>> open = new ArrayList<>();

    private final JobListener listener = new JobListener() {
        @Override
        public void onProgress(JobTicket ticket, JobAnswer answer) {
            progress.add(ticket.status() + " " + ticket.queuePosition());
        }

        @Override
        public void onFinished(JobTicket ticket, JobAnswer answer) {
            finished.add(ticket.key());
        }

        @Override
        public void onFailed(JobTicket ticket, JobEnd end) {
            failed.put(ticket.key(), end);
        }
    };

    /** Answers the n-th poll, counted from 0, at once. */
    private JobPoller answering(PollPace pace, IntFunction<PollResult> answers) {
        return poller(pace, 32, (url, model, receiver) -> {
            polls.add(time.millis() - start);
            receiver.accept(answers.apply(polls.size() - 1));
            return Call.NONE;
        });
    }

    private JobPoller poller(PollPace pace, int maxConcurrent, PollSender sender) {
        PollSettings settings = new PollSettings(pace, 3, Duration.ofMinutes(10), maxConcurrent);
        return new JobPoller(settings, sender, time, time, () -> 0.5);
    }

    private JobTicket job(String key) {
        return new JobTicket(key, "https://q.example/" + key, "m", time.millis(), listener);
    }

    private static PollResult limited(Duration retryAfter) {
        ErrorDetails details = new ErrorDetails(null, null, 429, null, null, null, retryAfter);
        return PollResult.refused(429, null, new FastRouterRateLimitException("slow down", details, null));
    }

    @Test
    void pendingJob_isAskedForAtGrowingWaits() {
        answering(PACE, poll -> QUEUED).add(job("a"));

        time.pass(Duration.ofSeconds(60));

        assertThat(polls).containsExactly(2_000L, 5_000L, 9_500L, 16_250L, 26_375L, 41_375L, 56_375L);
    }

    @Test
    void finishedJob_isToldOnceAndNotAskedForAgain() {
        answering(PACE, poll -> poll < 2 ? QUEUED : DONE).add(job("a"));

        time.pass(Duration.ofMinutes(20));

        assertThat(finished).containsExactly("a");
        assertThat(failed).isEmpty();
        assertThat(polls).hasSize(3);
    }

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
    void jitter_movesAWaitByItsPart() {
        PollPace pace = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0.2);

        assertThat(pace.jittered(1000, () -> 0)).isEqualTo(800);
        assertThat(pace.jittered(1000, () -> 1)).isEqualTo(1200);
        assertThat(pace.jittered(1000, () -> 0.5)).isEqualTo(1000);
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
    void rateLimit_withoutAWait_slowsTheJobAndHoldsAllBackEverLonger() {
        JobPoller poller = answering(PACE, poll -> poll < 3 ? limited(null) : QUEUED);
        poller.add(job("a"));

        time.pass(Duration.ofSeconds(60));

        // 2, then 3 doubled to 6, 18 capped at 15, 15
        assertThat(polls).startsWith(2_000L, 8_000L, 23_000L, 38_000L);
    }

    @Test
    void serverTrouble_backsOffAndKeepsTheJob() {
        JobPoller poller = answering(
                PACE, poll -> poll < 3 ? PollResult.refused(503, null, PollRulesTest.failure(503, null)) : DONE);
        poller.add(job("a"));

        time.pass(Duration.ofSeconds(20));

        assertThat(finished).containsExactly("a");
        assertThat(polls).containsExactly(2_000L, 5_000L, 9_500L, 16_250L);
    }

    @Test
    void manyJobs_areNeverAskedForMoreThanAllowedAtOnce() {
        JobPoller poller = poller(PACE, 4, (url, model, receiver) -> {
            open.add(receiver);
            return Call.NONE;
        });
        for (int i = 0; i < 10; i++) {
            poller.add(job("j" + i));
        }

        time.pass(Duration.ofSeconds(3));
        assertThat(open).hasSize(4);
        open.get(0).accept(DONE);
        open.get(1).accept(DONE);
        time.pass(Duration.ZERO);

        assertThat(open).hasSize(6);
        assertThat(finished).hasSize(2);
    }

    @Test
    void removedJob_isNeitherAskedForNorTold() {
        List<String> cancelled = new ArrayList<>();
        JobPoller poller = poller(PACE, 4, (url, model, receiver) -> {
            open.add(receiver);
            return () -> cancelled.add(url);
        });
        JobTicket job = job("a");
        poller.add(job);
        time.pass(Duration.ofSeconds(3));

        poller.remove(job);
        open.get(0).accept(DONE);
        time.pass(Duration.ofMinutes(20));

        assertThat(cancelled).containsExactly("https://q.example/a");
        assertThat(open).hasSize(1);
        assertThat(finished).isEmpty();
        assertThat(failed).isEmpty();
    }

    @Test
    void pausedPoller_asksForNothingUntilResumed() {
        JobPoller poller = answering(PACE, poll -> DONE);
        poller.add(job("a"));
        poller.pause();
        time.pass(Duration.ofMinutes(5));
        assertThat(polls).isEmpty();

        poller.resume();

        assertThat(finished).containsExactly("a");
    }

    @Test
    void progress_isToldOnlyWhenSomethingChanged() {
        String[] answers = {
            "{'status':'IN_QUEUE','queue_position':2}",
            "{'status':'IN_QUEUE','queue_position':2}",
            "{'status':'IN_QUEUE','queue_position':1}",
            "{'status':'IN_PROGRESS'}",
            "{'audio_url':'https://m.example/a.wav','status':'COMPLETED'}"
        };
        answering(PACE, poll -> PollResult.ok(200, PollRulesTest.answer(answers[poll])))
                .add(job("a"));

        time.pass(Duration.ofMinutes(1));

        assertThat(progress).containsExactly("IN_QUEUE 2", "IN_QUEUE 1", "IN_PROGRESS 1", "COMPLETED 1");
        assertThat(finished).containsExactly("a");
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
    void tenThousandJobs_takeTurnsWithinTheirWaits() {
        JobPoller poller = poller(
                new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0.2), 32, (url, model, receiver) -> {
                    polls.add(time.millis() - start);
                    time.runIn(40, () -> receiver.accept(QUEUED));
                    return Call.NONE;
                });
        for (int i = 0; i < 10_000; i++) {
            poller.add(job("j" + i));
        }

        time.pass(Duration.ofMinutes(2));

        // 32 polls of 40 ms each at once are 800 a second at most
        assertThat(polls.size() / 118.0).isCloseTo(660, within(150.0));
    }
}
