package ai.fastrouter.camel.audio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 MB of audio through routes in a JVM of its own, whose heap is 64 MB. */
class SmallHeapTest {

    private static final long SIZE = 200_000_000;
    private static final long SECONDS = 180;

    @TempDir
    Path directory;

    @Test
    void audio_of200MB_goesUpAndDownThroughA64MBHeap() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().bufferSize(64 * 1024).start()) {
            gateway.onSpeech().always(Reply.generated("audio/mpeg", SIZE).lengthUnknown());
            gateway.onTranscription().always(Reply.json("{\"text\":\"heard\"}"));
            Path recording = directory.resolve("recording.wav");
            String sha256 = writeGenerated(recording);

            Map<String, String> result = run(gateway, recording);

            assertThat(result)
                    .containsEntry("done", "true")
                    .containsEntry("spooled", sha256)
                    .containsEntry("live", sha256)
                    .containsEntry("file", "heard")
                    .containsEntry("stream", "heard")
                    .containsEntry("both", "heard");
            assertThat(gateway.requests(Operation.TRANSCRIPTION)).hasSize(3).allSatisfy(request -> {
                assertThat(request.part("file").sha256()).isEqualTo(sha256);
                assertThat(request.part("file").size()).isEqualTo(SIZE);
                assertLengthWasSent(request);
            });
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    private static void assertLengthWasSent(RecordedRequest request) {
        assertThat(request.header("Content-Length")).isEqualTo(Long.toString(request.size()));
    }

    private Map<String, String> run(LocalGateway gateway, Path recording) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapMain.class.getName(),
                        gateway.baseUrl(),
                        directory.toString(),
                        recording.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            assertThat(ended)
                    .as("ended within %d s:%n%s", SECONDS, Files.readString(output))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
        Map<String, String> result = new TreeMap<>();
        for (String line : Files.readAllLines(output)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                result.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return result;
    }

    private String[] temporaryFiles() {
        return directory.resolve("tmp").toFile().list((folder, name) -> name.startsWith("camel-fastrouter"));
    }

    /** The bytes of {@link Reply#generated}. */
    private static String writeGenerated(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
            byte[] block = new byte[1 << 16];
            for (long start = 0; start < SIZE; start += block.length) {
                int length = (int) Math.min(block.length, SIZE - start);
                for (int i = 0; i < length; i++) {
                    block[i] = (byte) ((start + i) * 31 + ((start + i) >> 16));
                }
                out.write(block, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
