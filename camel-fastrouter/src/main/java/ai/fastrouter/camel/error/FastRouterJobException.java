package ai.fastrouter.camel.error;

import ai.fastrouter.camel.model.AudioJob;

/**
 * A prompt-to-audio job failed, expired, ran out of time, or can't be handed over. Not transient: what was submitted may be
 * billed, and a redelivery of the submitting exchange would make a second job. The job itself has all that is needed to ask again
 * or to claim a refund. It has no cause, so that no clause for another exception takes it; what it came from is its suppressed
 * exception.
 *
 * <p>The code ({@link #getCode()}) is the gateway's, or one of these:
 * <ul>
 *   <li>{@code submit_uncertain}: the request was sent, and nobody knows whether it was accepted
 *   <li>{@code unexpected_answer}: the gateway accepted the request, but its answer names neither a job nor audio
 *   <li>{@code not_recorded}: the job was accepted, but the repository did not take it
 *   <li>{@code job_failed}: the gateway says that the job failed or was cancelled
 *   <li>{@code job_expired}: the gateway does not know the job any more
 *   <li>{@code job_timed_out}: the job was not finished within {@code jobTimeout}; it may still end well
 *   <li>{@code completed_without_audio}: the job is done, and no address of audio came
 *   <li>{@code download_refused}: the audio's address, type or size is not one that is allowed
 *   <li>{@code download_failed}: the audio could not be fetched, several times
 *   <li>{@code redeliveries_exhausted}: the route failed more often than {@code maximumRedeliveries}, and there is no
 *       {@code deadLetterUri}
 * </ul>
 */
public class FastRouterJobException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    private final transient AudioJob job;

    /**
     * @param job    what is known of the job; null if nothing is
     * @param origin the failure it came from; null if there is none. It becomes a suppressed exception, not the cause: Camel looks
     *               at causes first, so a clause that redelivers after an {@code IOException}, say, would submit again
     */
    public FastRouterJobException(String message, ErrorDetails details, AudioJob job, Throwable origin) {
        super(ErrorCategory.JOB, message, details, null);
        this.job = job;
        if (origin != null) {
            addSuppressed(origin);
        }
    }

    /** What is known of the job: ids, addresses, last state, number of polls. Null if the gateway's answer never came. */
    public AudioJob getJob() {
        return job;
    }
}
