package ai.fastrouter.camel.job.answer;

import ai.fastrouter.camel.gateway.wire.Json;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.gateway.wire.UsageReader;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.model.TokenUsage;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the gateway's answers to a submit and to a poll, and jobs as this component writes them. */
public final class AnswerReader {

    /** What has a place of its own in {@link AudioJob}; anything else is kept as a further field. */
    private static final Set<String> KNOWN = Set.of(
            "request_id",
            "chat_id",
            "model",
            "status",
            "response_url",
            "status_url",
            "cancel_url",
            "queue_position",
            "audio_url",
            "content_type",
            "file_name",
            "duration",
            "usage",
            "submitted_at",
            "finished_at",
            "polls");

    private AnswerReader() {}

    /**
     * Reads an answer.
     *
     * @return null if the body is empty or not one JSON object
     */
    public static JobAnswer read(byte[] body, int length) {
        try (JsonParser parser = Json.parser(body, 0, length)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? answer(fields(parser)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Reads what {@link AudioJob#toMap} wrote as JSON.
     *
     * @throws IOException if it is not one JSON object
     */
    public static AudioJob readJob(String json) throws IOException {
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("A job must be a JSON object");
            }
            return job(fields(parser));
        }
    }

    private static Map<String, Object> fields(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, name.equals("usage") ? UsageReader.read(parser) : JsonReading.any(parser));
        }
        return fields;
    }

    private static JobAnswer answer(Map<String, Object> fields) {
        AudioJob job = job(fields);
        boolean inProgress = ErrorText.saysInProgress(fields);
        boolean failed = JobStatus.isFailed(job.status()) || ErrorText.isError(fields);
        return new JobAnswer(job, ErrorText.of(fields), failed, JobStatus.isDone(job.status()), inProgress);
    }

    private static AudioJob job(Map<String, Object> fields) {
        Locator locator = Locator.find(fields);
        String status = Values.text(fields.get("status"));
        if (status == null) {
            status = Values.text(Values.objectOrFirst(fields.get("data")).get("status"));
        }
        return new AudioJob(
                Values.text(fields.get("request_id")),
                Values.text(fields.get("chat_id")),
                Values.text(fields.get("model")),
                JobStatus.normal(status),
                Values.text(fields.get("response_url")),
                Values.text(fields.get("status_url")),
                Values.text(fields.get("cancel_url")),
                Values.whole(fields.get("queue_position")),
                locator == null ? null : locator.url(),
                locator == null ? null : locator.contentType(),
                locator == null ? null : locator.fileName(),
                Values.decimal(fields.get("duration")),
                (TokenUsage) fields.get("usage"),
                time(fields.get("submitted_at")),
                time(fields.get("finished_at")),
                polls(fields.get("polls")),
                further(fields));
    }

    private static Map<String, Object> further(Map<String, Object> fields) {
        Map<String, Object> further = null;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (field.getValue() != null && !KNOWN.contains(field.getKey())) {
                further = further == null ? new LinkedHashMap<>() : further;
                further.put(field.getKey(), field.getValue());
            }
        }
        return further;
    }

    private static int polls(Object value) {
        Integer polls = Values.whole(value);
        return polls == null ? 0 : polls;
    }

    private static Instant time(Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
