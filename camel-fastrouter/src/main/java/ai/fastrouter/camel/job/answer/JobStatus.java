package ai.fastrouter.camel.job.answer;

import java.util.Locale;
import java.util.Set;

/**
 * The words in which gateways tell the state of a job, in any case. Unknown words mean that the job goes on.
 */
public final class JobStatus {

    /** How this component writes the end of a job that went well. */
    public static final String COMPLETED = "COMPLETED";

    private static final Set<String> DONE = Set.of("COMPLETED", "SUCCEED", "SUCCEEDED", "SUCCESS", "DONE", "FINISHED");
    private static final Set<String> FAILED = Set.of("FAILED", "FAILURE", "ERROR", "CANCELLED", "CANCELED");

    private JobStatus() {}

    /** The word in upper case; null for none. */
    static String normal(String word) {
        return word == null || word.isBlank() ? null : word.trim().toUpperCase(Locale.ROOT);
    }

    /** Whether the word says that the work is done. It does not prove that there is audio. */
    static boolean isDone(String word) {
        return word != null && DONE.contains(word);
    }

    /** Whether the word says that the job failed or was cancelled. */
    static boolean isFailed(String word) {
        return word != null && FAILED.contains(word);
    }
}
