package ai.fastrouter.camel.test.job;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.SampleAudio;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.reply.Bodies;
import ai.fastrouter.camel.test.reply.Body;
import ai.fastrouter.camel.test.reply.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs of a gateway: takes prompts, tells states, serves the finished audio. */
public final class Jobs {

    private static final int LIMIT = 100_000;
    private static final int USUAL_SECONDS = 60;
    private static final int BYTES_PER_SECOND = 48_000;

    private final Duration time;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final JobFile file;
    private volatile String root;

    /**
     * Jobs that take so long; with zero they go on a step with each poll.
     *
     * @param kept where jobs are that are known already, and where new ones go; null for none
     */
    public Jobs(Duration time, Path kept) {
        this.time = time;
        file = kept == null ? null : new JobFile(kept);
        if (file != null) {
            file.read(time).forEach(job -> jobs.put(job.id(), job));
        }
    }

    /** Tells where the gateway is reached, for the addresses of finished audio. */
    public void servedAt(String url) {
        root = url;
    }

    /** Takes a job in. */
    public Reply submit(RecordedRequest request) {
        if (jobs.size() >= LIMIT) {
            return Reply.error(503, Envelope.E1, "The local gateway holds " + LIMIT + " jobs already");
        }
        String id = UUID.randomUUID().toString();
        Job job = new Job(
                id,
                "fr_" + UUID.randomUUID(),
                request.json().path("prompt").asText(),
                request.json().path("duration").asInt(USUAL_SECONDS),
                System.currentTimeMillis(),
                time);
        jobs.put(id, job);
        if (file != null) {
            file.add(job);
        }
        return Reply.json(
                new JobJson(id, job.chatId()).state("IN_QUEUE", Job.PLACES).toString());
    }

    /** Tells the state of a job. */
    public Reply poll(RecordedRequest request) {
        Job job = jobs.get(JobJson.idIn(request));
        if (job == null) {
            return Reply.error(404, Envelope.E1, "The job is unknown or its result has expired");
        }
        Job.State state = job.poll(System.currentTimeMillis());
        JobJson json = new JobJson(job.id(), job.chatId());
        return Reply.json((state.completed()
                        ? json.finished(mediaUrl(job), job.seconds())
                        : json.state(state.status(), state.position()))
                .toString());
    }

    /** Serves finished audio: a WAV of the job's duration in which its prompt is spoken. */
    public Reply download(RecordedRequest request) {
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        Job job = name.endsWith(".wav") ? jobs.get(name.substring(0, name.length() - 4)) : null;
        if (job == null) {
            return Reply.error(404, Envelope.TEXT, "No such audio");
        }
        Body body = audio(job);
        return Reply.content(r -> new Content.Rendered(AudioFormat.WAV.contentType(), body));
    }

    private static Body audio(Job job) {
        long length = 44 + (long) job.seconds() * BYTES_PER_SECOND;
        try {
            SampleAudio.wav(job.prompt(), length);
            return Bodies.stream(length, () -> SampleAudio.wav(job.prompt(), length));
        } catch (IllegalArgumentException e) {
            // The prompt needs more time than the clip has, so the clip is as long as the prompt.
            return Bodies.lazy(Voice.speakInPieces(job.prompt(), AudioFormat.WAV, 4, 64 * 1024));
        }
    }

    /** Where the finished audio of a job is served. */
    private String mediaUrl(Job job) {
        return root + "/media/" + job.id() + ".wav";
    }

    /** Forgets all jobs. */
    public void reset() {
        jobs.clear();
        if (file != null) {
            file.clear();
        }
    }
}
