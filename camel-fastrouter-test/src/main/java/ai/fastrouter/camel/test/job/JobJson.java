package ai.fastrouter.camel.test.job;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** What is told about a job. */
public final class JobJson {

    private static final String MODEL = "ace-step/prompt-to-audio";
    private static final String QUEUE = "https://queue.example/requests/";

    private final String id;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    JobJson(String id, String chatId) {
        this.id = id;
        json.put("chat_id", chatId).put("model", MODEL);
    }

    /** About the job that a poll asks for; about a new one when the request is a submit. */
    public static JobJson about(RecordedRequest request) {
        String id =
                request.json().has("url") ? idIn(request) : UUID.randomUUID().toString();
        return new JobJson(id, "fr_" + UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The job that a poll asks for: what follows {@code /requests/} in its URL. */
    static String idIn(RecordedRequest poll) {
        String url = poll.json().path("url").asText();
        int at = url.lastIndexOf("/requests/");
        return at < 0 ? "" : url.substring(at + "/requests/".length());
    }

    /** Variant A: a state with its place in the queue. */
    public JobJson state(String status, int position) {
        json.put("status", status)
                .put("request_id", id)
                .put("response_url", QUEUE + id)
                .put("status_url", QUEUE + id + "/status")
                .put("cancel_url", QUEUE + id + "/cancel")
                .putNull("logs")
                .put("queue_position", position);
        return usage();
    }

    /** Variant B: finished. */
    public JobJson finished(String audioUrl, double seconds) {
        json.put("status", "COMPLETED").put("audio_url", audioUrl).put("duration", seconds);
        return usage();
    }

    /** Any other field, to the JSON as it is. */
    public ObjectNode node() {
        return json;
    }

    private JobJson usage() {
        json.putObject("usage")
                .put("chat_id", json.path("chat_id").asText())
                .put("prompt_tokens", 0)
                .put("completion_tokens", 0)
                .put("total_tokens", 0)
                .put("credits_used", 0.05)
                .put("user_key_credits_used", 0.05)
                .put("provider", "falai");
        return this;
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return json.toString();
    }
}
