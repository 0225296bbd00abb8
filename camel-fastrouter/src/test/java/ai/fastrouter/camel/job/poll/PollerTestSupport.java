package ai.fastrouter.camel.job.poll;

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

/** A poller in virtual time, and what it told. */
abstract class PollerTestSupport {

    static final PollPace PACE = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0);
    static final PollResult QUEUED = PollResult.ok(200, PollRulesTest.answer("{'status':'IN_QUEUE'}"));
    static final PollResult DONE = PollResult.ok(200, PollRulesTest.answer("{'audio_url':'https://m.example/a.wav'}"));

    final VirtualTime time = new VirtualTime();
    final long start = time.millis();
    final List<Long> polls = new ArrayList<>();
    final List<String> finished = new ArrayList<>();
    final Map<String, JobEnd> failed = new HashMap<>();
    final List<String> progress = new ArrayList<>();
    final List<Consumer<PollResult>> open = new ArrayList<>();

    final JobListener listener = new JobListener() {
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
    JobPoller answering(PollPace pace, IntFunction<PollResult> answers) {
        return poller(pace, 32, (url, model, receiver) -> {
            polls.add(time.millis() - start);
            receiver.accept(answers.apply(polls.size() - 1));
            return Call.NONE;
        });
    }

    JobPoller poller(PollPace pace, int maxConcurrent, PollSender sender) {
        PollSettings settings = new PollSettings(pace, 3, Duration.ofMinutes(10), maxConcurrent);
        return new JobPoller(settings, sender, time, time, time.wall(), () -> 0.5);
    }

    JobTicket job(String key) {
        return new JobTicket(key, "https://q.example/" + key, "m", time.millis(), listener);
    }

    static PollResult limited(Duration retryAfter) {
        ErrorDetails details = new ErrorDetails(null, null, 429, null, null, null, retryAfter);
        return PollResult.refused(429, null, new FastRouterRateLimitException("slow down", details, null));
    }
}
