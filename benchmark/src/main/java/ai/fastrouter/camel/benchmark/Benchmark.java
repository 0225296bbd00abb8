package ai.fastrouter.camel.benchmark;

import ai.fastrouter.camel.benchmark.server.BareServer;
import ai.fastrouter.camel.benchmark.server.ServerProcess;
import ai.fastrouter.camel.benchmark.subject.AudioSubjects;
import ai.fastrouter.camel.benchmark.subject.BareDownload;
import ai.fastrouter.camel.benchmark.subject.BareUpload;
import ai.fastrouter.camel.benchmark.subject.Floor;
import ai.fastrouter.camel.benchmark.subject.Question;
import ai.fastrouter.camel.benchmark.subject.Subject;
import ai.fastrouter.camel.benchmark.subject.Subjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the component beside the floor and a hand-written route against one server on this machine. Only the ratios mean
 * something: both sides share the machine's cores.
 */
public final class Benchmark {

    private Benchmark() {}

    /** See {@link Settings#of}. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.of(args);
        System.out.printf(
                "Java %s, %d cores%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (ServerProcess server = ServerProcess.start()) {
            if (settings.has("calls")) {
                calls(settings, server.baseUrl("v1"));
            }
            if (settings.has("streams")) {
                streams(settings, server.baseUrl("stream"));
            }
            if (settings.has("audio")) {
                audio(settings, server.baseUrl("audio"));
            }
            if (settings.has("jobs")) {
                PendingJobsRun.run(server.baseUrl("jobs"), 10_000);
            }
            if (settings.has("flight")) {
                try (Subject component = Subjects.component(server.baseUrl("slow"))) {
                    InFlightRun.run(component, 10_000);
                }
            }
        }
    }

    private static void calls(Settings settings, String url) throws Exception {
        Comparison comparison = new Comparison(
                "Plain calls",
                settings,
                List.of(() -> new Floor(url, false), () -> Subjects.component(url), () -> Subjects.handWritten(url)));
        comparison.run(1, settings.calls() / 10, 1);
        comparison.run(64, settings.calls(), 1);
        comparison.run(256, settings.calls(), 1);
    }

    private static void streams(Settings settings, String url) throws Exception {
        Comparison comparison = new Comparison(
                "Streams of 500 chunks, figures per chunk",
                settings,
                List.of(
                        () -> new Floor(url, true),
                        () -> Subjects.componentChunks(url),
                        () -> Subjects.componentTexts(url),
                        () -> Subjects.handWrittenStream(url)));
        int streams = Math.max(settings.calls() / 10, 16);
        comparison.run(1, streams / 4, Question.CHUNKS);
        comparison.run(16, streams, Question.CHUNKS);
        comparison.run(64, streams, Question.CHUNKS);
    }

    private static void audio(Settings settings, String url) throws Exception {
        Path file = Recording.make(BareServer.AUDIO_MEGABYTES);
        try {
            new Comparison(
                            "Audio down, 200 MB a call, figures per MB",
                            settings,
                            List.of(
                                    () -> new BareDownload(url),
                                    () -> AudioSubjects.speech(url),
                                    () -> AudioSubjects.liveSpeech(url)))
                    .run(1, 2, BareServer.AUDIO_MEGABYTES);
            new Comparison(
                            "Audio up, 200 MB a call, figures per MB",
                            settings,
                            List.of(
                                    () -> new BareUpload(url, file),
                                    () -> AudioSubjects.transcription(url, file),
                                    () -> AudioSubjects.streamTranscription(url, file)))
                    .run(1, 2, BareServer.AUDIO_MEGABYTES);
        } finally {
            Files.delete(file);
        }
    }
}
