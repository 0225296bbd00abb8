package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.job.answer.JobAnswer;

/**
 * Why a job is over without audio.
 *
 * @param code   one of the codes of {@code FastRouterJobException}, or the gateway's
 * @param reason in words, as the gateway said it
 * @param answer the last answer; null when there was none to read
 * @param cause  the failure of the last poll; null when it did not fail
 */
public record JobEnd(String code, String reason, JobAnswer answer, FastRouterException cause) {

    /**
     * A job whose time is up.
     *
     * @param last null if it was not asked for at the end
     */
    static JobEnd timedOut(PollResult last) {
        return new JobEnd(
                "job_timed_out",
                "its time is up",
                last == null ? null : last.answer(),
                last == null ? null : last.failure());
    }
}
