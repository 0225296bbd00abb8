package ai.fastrouter.camel.job.store;

import ai.fastrouter.camel.model.AudioJob;
import java.util.Map;

/**
 * A job as the repository has it.
 *
 * @param key      its key there
 * @param job      the job as it was submitted
 * @param headers  what was kept of the submitter's headers
 * @param owner    the node that hands it over; null while it is only asked for
 * @param attempts how often a node has begun to hand it over
 */
public record StoredJob(String key, AudioJob job, Map<String, Object> headers, String owner, int attempts) {

    /** The key of a job: the provider's id, else the address that it is asked for by; for one that was done at once, others. */
    public static String keyOf(AudioJob job) {
        if (job.requestId() != null) {
            return job.requestId();
        }
        if (job.responseUrl() != null) {
            return job.responseUrl();
        }
        return job.chatId() != null ? job.chatId() : job.audioUrl();
    }

    /** Without ids, addresses and headers. */
    @Override
    public String toString() {
        return "StoredJob[" + job + ", attempts=" + attempts + "]";
    }
}
