package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.job.answer.JobAnswer;
import java.time.Duration;

/** What a poll means for its job. */
sealed interface Verdict {

    /** Why a job that goes on goes on. */
    enum Reason {
        /** It is queued or being worked on. */
        GOING_ON,
        /** It is done, but no audio came with it; that may follow. */
        NO_AUDIO_YET,
        /** The gateway does not know it; it may be too new. */
        NOT_KNOWN_YET
    }

    /** It goes on. The answer is null when there was none to read. */
    record Waiting(Reason reason, JobAnswer answer) implements Verdict {}

    /** The gateway could not say; ask again later. */
    record Later(Duration retryAfter, boolean rateLimited) implements Verdict {}

    /** The audio is there. */
    record Finished(JobAnswer answer) implements Verdict {}

    /** It is over without audio. The answer is null when there was none to read. */
    record Failed(String code, String reason, JobAnswer answer) implements Verdict {}
}
