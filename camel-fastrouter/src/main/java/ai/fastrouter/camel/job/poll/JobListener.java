package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.job.answer.JobAnswer;

/** Is told what becomes of a job. Called on the timer's thread, which it must not hold for long. */
public interface JobListener {

    /** State or place in the queue have changed. */
    default void onProgress(JobTicket ticket, JobAnswer answer) {}

    /** The audio is there. The job is not asked for any more. */
    void onFinished(JobTicket ticket, JobAnswer answer);

    /** The job is over without audio, or its time is up. It is not asked for any more. */
    void onFailed(JobTicket ticket, JobEnd end);
}
