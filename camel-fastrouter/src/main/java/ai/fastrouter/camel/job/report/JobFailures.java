package ai.fastrouter.camel.job.report;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.gateway.fault.Redaction;
import ai.fastrouter.camel.job.fetch.FetchFailure;
import ai.fastrouter.camel.job.poll.JobEnd;
import ai.fastrouter.camel.model.AudioJob;

/** Makes the exceptions for jobs that came to no good end. Texts from the gateway are cleaned and cut. */
public final class JobFailures {

    private static final String OPERATION = "prompt-to-audio";
    private static final Redaction REDACTION = new Redaction(null);

    private JobFailures() {}

    /** The gateway, or the clock, ended the job. */
    public static FastRouterJobException of(JobEnd end, AudioJob job) {
        String text = switch (end.code()) {
            case "job_timed_out" ->
                "The prompt-to-audio job was not finished within jobTimeout; it may still be, ask again with its responseUrl";
            case "job_expired" ->
                "The prompt-to-audio job is not known to the gateway any more: it, or its result, has expired";
            default -> "The prompt-to-audio job failed: " + REDACTION.sentence(end.reason());
        };
        return failure(text, end.code(), job, end.cause());
    }

    /** The job is done, but its audio can't be had. */
    public static FastRouterJobException of(FetchFailure failure, AudioJob job) {
        return failure(
                "The audio of the prompt-to-audio job could not be downloaded: " + REDACTION.sentence(failure.reason()),
                failure.refused() ? "download_refused" : "download_failed",
                job,
                failure.cause());
    }

    /** The route failed too often. */
    public static FastRouterJobException exhausted(int redeliveries, AudioJob job) {
        return failure(
                "The route failed with the audio of a prompt-to-audio job, and so it did after " + redeliveries
                        + " redeliveries; there is no deadLetterUri",
                "redeliveries_exhausted",
                job,
                null);
    }

    /** The repository did not take an accepted job. */
    public static FastRouterJobException notRecorded(AudioJob job, Throwable cause) {
        return failure(
                "The gateway accepted the prompt-to-audio job, and it may be billed, but the repository did not take it;"
                        + " its ids are in the log",
                "not_recorded",
                job,
                cause);
    }

    private static FastRouterJobException failure(String text, String code, AudioJob job, Throwable cause) {
        ErrorDetails details = ErrorDetails.ofCode(code).withOperation(OPERATION, job == null ? null : job.model());
        if (cause instanceof FastRouterException known) {
            details = details.withStatus(known.getStatus(), known.getRequestId());
        }
        return new FastRouterJobException(text, details, job, cause);
    }
}
