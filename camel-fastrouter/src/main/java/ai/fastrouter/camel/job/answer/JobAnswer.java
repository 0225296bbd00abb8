package ai.fastrouter.camel.job.answer;

import ai.fastrouter.camel.model.AudioJob;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer of the gateway about a job.
 *
 * @param job        what it tells of the job; times are unknown and polls 0
 * @param error      what it says went wrong; null when it says nothing of the kind
 * @param failed     whether it says that the job has failed
 * @param done       whether it says that the work is done, with or without audio
 * @param inProgress whether a text in it says that the job goes on, whatever the rest says
 */
public record JobAnswer(AudioJob job, String error, boolean failed, boolean done, boolean inProgress) {

    /** Whether it tells where the audio is. */
    public boolean hasAudio() {
        return job.audioUrl() != null;
    }

    /** Whether it can be asked for again. */
    public boolean isPending() {
        return job.responseUrl() != null;
    }

    /** What is known of the job after this answer: the answer wins where it tells something. */
    public AudioJob addedTo(AudioJob known, int polls, Instant finishedAt) {
        Map<String, Object> further = new LinkedHashMap<>(known.additionalFields());
        further.putAll(job.additionalFields());
        return new AudioJob(
                or(known.requestId(), job.requestId()),
                or(known.chatId(), job.chatId()),
                or(known.model(), job.model()),
                hasAudio() ? JobStatus.COMPLETED : or(job.status(), known.status()),
                or(known.responseUrl(), job.responseUrl()),
                or(known.statusUrl(), job.statusUrl()),
                or(known.cancelUrl(), job.cancelUrl()),
                or(job.queuePosition(), known.queuePosition()),
                or(job.audioUrl(), known.audioUrl()),
                or(job.contentType(), known.contentType()),
                or(job.fileName(), known.fileName()),
                or(job.duration(), known.duration()),
                or(job.usage(), known.usage()),
                known.submittedAt(),
                finishedAt,
                polls,
                further);
    }

    private static <T> T or(T first, T second) {
        return first != null ? first : second;
    }
}
