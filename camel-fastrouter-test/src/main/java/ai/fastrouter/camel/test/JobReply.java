package ai.fastrouter.camel.test;

import ai.fastrouter.camel.test.job.JobJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Scripted answers about prompt-to-audio jobs, for {@link LocalGateway#onPoll()} and {@link LocalGateway#onSubmit()}: all the
 * shapes a job is told in, and the ways it fails. Ids are those of the job that is asked for.
 */
public final class JobReply {

    private JobReply() {}

    /** The job waits at that place of the queue. */
    public static Reply queued(int position) {
        return state("IN_QUEUE", position);
    }

    /** The job is being worked on. */
    public static Reply inProgress() {
        return state("IN_PROGRESS", 0);
    }

    /** Any status word, for example {@code completed} in lower case, {@code FAILED} or one that is unknown. */
    public static Reply state(String status, int position) {
        return about(job -> job.state(status, position));
    }

    /** Says COMPLETED but names no audio. */
    public static Reply completedWithoutAudio() {
        return state("COMPLETED", 0);
    }

    /** Finished, in FastRouter's documented shape. */
    public static Reply finished(String audioUrl, double seconds) {
        return about(job -> job.finished(audioUrl, seconds));
    }

    /** Finished, in the shape of the provider behind: {@code audio: {url, content_type, ...}} and no status. */
    public static Reply finishedUpstream(String audioUrl) {
        return about(job -> audio(job.node(), audioUrl));
    }

    /** Finished, in the provider's shape inside another field such as {@code data} or {@code output}. */
    public static Reply finishedInside(String field, String audioUrl) {
        return about(job -> audio(job.node().put("status", "COMPLETED").putObject(field), audioUrl));
    }

    /** Finished, as a copy that the gateway hosts: {@code fastrouter_assets: {status, urls}}. */
    public static Reply finishedHosted(String audioUrl) {
        return about(job -> job.node()
                .put("status", "COMPLETED")
                .putObject("fastrouter_assets")
                .put("status", "ready")
                .putArray("urls")
                .add(audioUrl));
    }

    /** 400 that only means the job is not done yet. */
    public static Reply stillInProgress() {
        return Reply.error(400, Envelope.E8_TEXT, "Request is still in progress");
    }

    /** 200 with status FAILED and a reason. */
    public static Reply failed(String reason) {
        return about(job -> job.state("FAILED", 0).node().put("error", reason));
    }

    /** 404: unknown or expired. */
    public static Reply expired() {
        return Reply.error(404, Envelope.E1, "The job is unknown or its result has expired");
    }

    /** 422 with the provider's validation message. */
    public static Reply invalid(String message) {
        return Reply.error(422, Envelope.E8, message);
    }

    private static void audio(ObjectNode node, String url) {
        node.put("seed", 42).put("tags", "lofi").put("lyrics", "");
        node.putObject("audio")
                .put("url", url)
                .put("content_type", "audio/wav")
                .put("file_name", url.substring(url.lastIndexOf('/') + 1))
                .put("file_size", 480_044);
    }

    private static Reply about(Consumer<JobJson> change) {
        return Reply.from(request -> {
            JobJson job = JobJson.about(request);
            change.accept(job);
            return Reply.json(job.toString());
        });
    }
}
