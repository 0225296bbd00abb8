package ai.fastrouter.camel.job.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fastrouter.camel.gateway.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobPollerTest extends PollerTestSupport {

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
    void jitter_movesAWaitByItsPart() {
        PollPace pace = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0.2);

        assertThat(pace.jittered(1000, () -> 0)).isEqualTo(800);
        assertThat(pace.jittered(1000, () -> 1)).isEqualTo(1200);
        assertThat(pace.jittered(1000, () -> 0.5)).isEqualTo(1000);
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
