package ai.fastrouter.camel.test.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs in a file, a line of JSON each. Thread-safe. */
final class JobFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    JobFile(Path file) {
        this.file = file;
    }

    /** The jobs that were added, by this process or another. */
    synchronized List<Job> read(Duration time) {
        List<Job> jobs = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                // Decoded leniently: a process that was killed may have left half a character.
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                text.lines().forEach(line -> job(line, time).ifPresent(jobs::add));
                if (!text.isEmpty() && !text.endsWith("\n")) {
                    Files.writeString(file, "\n", StandardOpenOption.APPEND);
                }
            }
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException("The jobs in " + file + " can't be read", e);
        }
    }

    /** The job of a line; none when the line is empty or was not written to its end. */
    private static Optional<Job> job(String line, Duration time) {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (!json.path("id").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new Job(
                    json.path("id").asText(),
                    json.path("chat_id").asText(),
                    json.path("prompt").asText(),
                    json.path("seconds").asInt(),
                    json.path("submitted_at").asLong(),
                    time));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    synchronized void add(Job job) {
        String line = MAPPER.createObjectNode()
                .put("id", job.id())
                .put("chat_id", job.chatId())
                .put("prompt", job.prompt())
                .put("seconds", job.seconds())
                .put("submitted_at", job.submittedAt())
                .toString();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("A job can't be kept in " + file, e);
        }
    }

    synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The jobs in " + file + " can't be deleted", e);
        }
    }
}
