package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.poll.JobEnd;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Instant;

/**
 * A job of which the end is known, before it is claimed.
 *
 * @param ticket by which it was asked for
 * @param answer the last answer; null where there was none to read, or none was needed
 * @param end    why it ended without audio; null if it has audio
 */
record Ended(JobTicket ticket, JobAnswer answer, JobEnd end) {

    AudioJob jobOf(StoredJob stored, Instant now) {
        return answer == null ? stored.job() : answer.addedTo(stored.job(), ticket.polls(), now);
    }
}
