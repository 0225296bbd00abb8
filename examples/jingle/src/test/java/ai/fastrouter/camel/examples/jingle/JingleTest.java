package ai.fastrouter.camel.examples.jingle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example, stops or kills it half-way, and runs it again. */
@Timeout(60)
class JingleTest {

    private static final int JINGLES = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @TempDir
    Path directory;

    private final AtomicBoolean stopped = new AtomicBoolean();

    @BeforeEach
    void writePrompts() throws IOException {
        Files.createDirectories(directory.resolve("prompts"));
        List<String> lines = new ArrayList<>(List.of("# comment", ""));
        IntStream.range(0, JINGLES).forEach(i -> lines.add("jingle " + i + ": prompt number " + i));
        Files.write(directory.resolve("prompts/radio.txt"), lines);
    }

    /** Only one clip can be downloaded before the program was stopped. */
    private void holdClipsBack() {
        Reply later = Reply.from(request -> stopped.get() ? Reply.byDefault() : Reply.hang());
        GATEWAY.gateway().onDownload().reply(Reply.byDefault()).always(later);
    }

    @Test
    void jingle_stoppedHalfWay_goesOnAtTheNextStart() throws Exception {
        holdClipsBack();
        try (Database database = Database.open(Database.h2(directory))) {
            Map<String, String> slow = properties();
            slow.put("jingle.pause", "400");
            Main first = Jingle.prepared(ledger(database), database, slow);
            first.start();
            Awaitility.await().atMost(LIMIT).until(() -> !clips().isEmpty());
            first.stop();
        }
        stopped.set(true);
        assertThat(clips()).hasSize(1);

        runToTheEnd();

        assertEachIsThereAndWasPaidOnce();
        assertThat(Voice.hear(open("jingle 3.wav"))).hasValue("prompt number 3");
        assertThat(Files.readString(clip("jingle 3.wav"), StandardCharsets.ISO_8859_1))
                .contains("INAM\t\0\0\0jingle 3\0")
                .contains("ICMT\20\0\0\0prompt number 3\0")
                .containsPattern("ISRC.\0\0\0[0-9a-f]{8}-");
    }

    @Test
    void jingle_killedHalfWay_goesOnAtTheNextStart() throws Exception {
        holdClipsBack();
        Process killed = start();
        try {
            Awaitility.await().atMost(LIMIT).until(() -> !clips().isEmpty());
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        stopped.set(true);
        assertThat(clips()).hasSize(1);

        String summary = runToTheEnd();

        if (summary.contains("may or may not")) {
            // killed between the submit and the note about it; nobody can know
            assertThat(GATEWAY.gateway().requests(Operation.SUBMIT)).hasSizeBetween(JINGLES - 1, JINGLES);
        } else {
            assertEachIsThereAndWasPaidOnce();
        }
    }

    @Test
    void jingle_failedOrRefused_isToldAndDoneAnewOnlyIfWanted() throws Exception {
        GATEWAY.gateway().onSubmit().reply(Reply.error(400, Envelope.E1, "not such a prompt"), Reply.byDefault());
        GATEWAY.gateway().onPoll().reply(JobReply.failed("out of tune"));

        assertThat(runToTheEnd()).matches("4 done; failed \\(--retry submits anew\\): jingle \\d");
        // the refused one costs nothing, so it is tried again
        assertThat(runToTheEnd()).startsWith("5 done; failed");
        try (Database database = Database.open(Database.h2(directory))) {
            ledger(database).forgetWithoutClip();
        }
        assertThat(runToTheEnd()).isEqualTo("6 done");
        assertThat(GATEWAY.gateway().requests(Operation.SUBMIT)).hasSize(JINGLES + 2);
    }

    private String runToTheEnd() throws Exception {
        try (Database database = Database.open(Database.h2(directory))) {
            Ledger ledger = ledger(database);
            Jingle.prepared(ledger, database, properties()).run();
            return ledger.summary();
        }
    }

    private static Ledger ledger(Database database) {
        return new Ledger(database.source(), database.jobs());
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Djingle.db=" + Database.h2(directory));
        command.add("-Djingle.dir=" + directory);
        command.add(Jingle.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("FASTROUTER_API_KEY", "any");
        return builder.start();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("jingle.prompts", directory.resolve("prompts").toString());
        properties.put("clips.dir", clip("").toString());
        properties.put("jingle.duration", "2");
        properties.put("jingle.pause", "100");
        String component = "camel.component.fastrouter.";
        properties.put(component + "base-url", GATEWAY.gateway().baseUrl());
        properties.put(component + "api-key", "any");
        properties.put(component + "allow-http-download", "true");
        properties.put(component + "allow-private-addresses", "true");
        properties.put(component + "job-poll-delay", "50");
        properties.put(component + "node-timeout", "1000");
        properties.put(component + "repository-scan-delay", "200");
        return properties;
    }

    private void assertEachIsThereAndWasPaidOnce() throws IOException {
        assertThat(clips()).hasSize(JINGLES);
        assertThat(GATEWAY.gateway().requests(Operation.SUBMIT))
                .extracting(request -> request.json().path("prompt").asText())
                .hasSize(JINGLES)
                .doesNotHaveDuplicates();
    }

    private List<String> clips() throws IOException {
        Path clips = clip("");
        if (!Files.exists(clips)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(clips)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".part-"))
                    .toList();
        }
    }

    private Path clip(String name) {
        return directory.resolve("fastrouter/clips").resolve(name);
    }

    private InputStream open(String name) throws IOException {
        return Files.newInputStream(clip(name));
    }
}
