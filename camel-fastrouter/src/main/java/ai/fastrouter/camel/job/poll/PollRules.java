package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.poll.Verdict.Failed;
import ai.fastrouter.camel.job.poll.Verdict.Finished;
import ai.fastrouter.camel.job.poll.Verdict.Later;
import ai.fastrouter.camel.job.poll.Verdict.Reason;
import ai.fastrouter.camel.job.poll.Verdict.Waiting;
import java.time.Duration;

/**
 * The rules by which a poll is judged. What the gateway documents is few; the rest is how the provider behind it is known to
 * behave, and what is safe: a state that is not known means that the job goes on, until its time is up.
 */
final class PollRules {

    /** A job may be unknown for a moment after it was accepted. */
    private static final Duration NEW_FOR = Duration.ofSeconds(10);

    private static final int NOT_FOUND_AT_MOST = 2;

    private final int gracePolls;

    /** @param gracePolls how often a job that is done without audio is asked for again, 0 or more */
    PollRules(int gracePolls) {
        this.gracePolls = gracePolls;
    }

    /**
     * @param withoutAudio how often the job was already found done without audio
     * @param notFound     how often it was already not found
     * @param age          the time since it was submitted
     */
    Verdict judge(PollResult result, int withoutAudio, int notFound, Duration age) {
        JobAnswer answer = result.answer();
        if (result.isSuccess()) {
            return judgeAnswer(answer, withoutAudio);
        }
        if (mayPass(result.status())) {
            return new Later(result.retryAfter(), result.status() == 429);
        }
        if (answer != null && answer.inProgress()) {
            return new Waiting(Reason.GOING_ON, answer);
        }
        if (result.status() == 404) {
            return notFound < NOT_FOUND_AT_MOST && age.compareTo(NEW_FOR) < 0
                    ? new Waiting(Reason.NOT_KNOWN_YET, answer)
                    : new Failed("job_expired", "the gateway does not know the job any more", answer);
        }
        return new Failed(code(result), result.failure().getMessage(), answer);
    }

    private Verdict judgeAnswer(JobAnswer answer, int withoutAudio) {
        if (answer == null) {
            return new Waiting(Reason.GOING_ON, null);
        }
        if (answer.hasAudio()) {
            return new Finished(answer);
        }
        if (answer.inProgress()) {
            return new Waiting(Reason.GOING_ON, answer);
        }
        if (answer.failed()) {
            String reason = answer.error() == null ? "the gateway gave no reason" : answer.error();
            return new Failed("job_failed", reason, answer);
        }
        if (!answer.done()) {
            return new Waiting(Reason.GOING_ON, answer);
        }
        return withoutAudio < gracePolls
                ? new Waiting(Reason.NO_AUDIO_YET, answer)
                : new Failed("completed_without_audio", "the job is completed, but its answer names no audio", answer);
    }

    /** No response, a redirect of a gateway being moved, too many requests, or trouble at the gateway: the job is not to blame. */
    private static boolean mayPass(int status) {
        return status < 400 || status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
    }

    private static String code(PollResult result) {
        String code = result.failure().getCode();
        return code != null ? code : "job_failed";
    }
}
