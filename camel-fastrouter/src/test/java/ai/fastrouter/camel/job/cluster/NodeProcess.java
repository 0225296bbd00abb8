package ai.fastrouter.camel.job.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link CollectorNode} in a process of its own, and what it told. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private NodeProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "node-output");
        reader.setDaemon(true);
        reader.start();
    }

    static NodeProcess start(String database, String gateway, long routeTime, File log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                CollectorNode.class.getName(),
                database,
                gateway,
                Long.toString(routeTime));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
        return new NodeProcess(builder.start());
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // it was killed
        }
    }

    /** The ids in the lines that begin so, in order. */
    List<String> ids(String what) {
        return lines.stream()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    /** How often the clip had been given out before this node got it. */
    int redeliveries(String id) {
        return lines.stream()
                .filter(line -> line.startsWith("got " + id + " "))
                .mapToInt(line -> Integer.parseInt(line.split(" ")[2]))
                .findFirst()
                .orElseThrow();
    }

    boolean isReady() {
        return lines.contains("ready");
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("The node can't be killed");
        }
    }

    /** Lets it stop as Camel stops. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The node does not stop");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
