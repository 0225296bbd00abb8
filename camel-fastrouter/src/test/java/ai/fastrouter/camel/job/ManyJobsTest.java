package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand pending jobs in a JVM of its own. */
class ManyJobsTest {

    private static final int JOBS = 10_000;
    private static final long SECONDS = 120;
    private static final Duration LIMIT = Duration.ofSeconds(SECONDS);

    @TempDir
    Path directory;

    @Test
    void tenThousandPendingJobs_takeLittleMemoryAndFewThreads() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                .jobTime(Duration.ofHours(1))
                .keepBodyUpTo(1)
                .journalSize(100_000)
                .start()) {
            Map<String, Long> figures = run(gateway);

            assertThat(figures.get("heap")).as("heap in bytes").isLessThan(40_000_000);
            assertThat(figures.get("threads")).isLessThan(60);
            long polled = gateway.requests(Operation.POLL).size();
            assertThat(polled).as("polls of all jobs").isGreaterThan(JOBS / 2);
        }
    }

    private static boolean isPolled(LocalGateway gateway, Path output) throws IOException {
        return Files.readString(output).contains("submitted=")
                && gateway.requests(Operation.POLL).size() > JOBS / 2;
    }

    private Map<String, Long> run(LocalGateway gateway) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyJobsMain.class.getName(),
                        gateway.baseUrl(),
                        Integer.toString(JOBS))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || isPolled(gateway, output));
            process.getOutputStream().close();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(output);
            assertThat(ended).as(text).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            Map<String, Long> figures = new TreeMap<>();
            text.lines()
                    .filter(line -> line.matches("[a-z]+=\\d+"))
                    .map(line -> line.split("="))
                    .forEach(pair -> figures.put(pair[0], Long.valueOf(pair[1])));
            return figures;
        } finally {
            process.destroyForcibly();
        }
    }
}
