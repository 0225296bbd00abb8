package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A prompt-to-audio job as far as it is known. Each value is null where the gateway did not tell. Its addresses are data: none of
 * them is ever called with the gateway's key.
 *
 * @param requestId        the provider's id of the job
 * @param chatId           the gateway's id, by which it bills
 * @param model            the model
 * @param status           the state as the gateway last told it, in upper case: {@code IN_QUEUE}, {@code IN_PROGRESS},
 *                         {@code COMPLETED}, {@code FAILED} and others
 * @param responseUrl      what the job is asked for by; keep it to collect the audio later, or elsewhere
 * @param statusUrl        an address of the provider, of no use without the provider's own key
 * @param cancelUrl        an address of the provider, of no use without the provider's own key
 * @param queuePosition    how many jobs are before this one; 0 while it is being worked on
 * @param audioUrl         where the finished audio is; how long it stays there is not documented
 * @param contentType      the media type of the audio as the gateway told it
 * @param fileName         the file name of the audio as the gateway told it
 * @param duration         the length of the audio in seconds
 * @param usage            what was used and what it cost
 * @param submittedAt      when the gateway accepted the job, by this machine's clock
 * @param finishedAt       when this component saw the job's end
 * @param polls            how often this component asked for the job
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record AudioJob(
        String requestId,
        String chatId,
        String model,
        String status,
        String responseUrl,
        String statusUrl,
        String cancelUrl,
        Integer queuePosition,
        String audioUrl,
        String contentType,
        String fileName,
        BigDecimal duration,
        TokenUsage usage,
        Instant submittedAt,
        Instant finishedAt,
        int polls,
        Map<String, Object> additionalFields) {

    public AudioJob {
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The job under the names that gateways use; times as ISO text. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "request_id", requestId);
        Fields.put(map, "chat_id", chatId);
        Fields.put(map, "model", model);
        Fields.put(map, "status", status);
        Fields.put(map, "response_url", responseUrl);
        Fields.put(map, "status_url", statusUrl);
        Fields.put(map, "cancel_url", cancelUrl);
        Fields.put(map, "queue_position", queuePosition);
        Fields.put(map, "audio_url", audioUrl);
        Fields.put(map, "content_type", contentType);
        Fields.put(map, "file_name", fileName);
        Fields.put(map, "duration", duration);
        Fields.put(map, "usage", usage == null ? null : usage.toMap());
        Fields.put(map, "submitted_at", time(submittedAt));
        Fields.put(map, "finished_at", time(finishedAt));
        map.put("polls", polls);
        additionalFields.forEach(map::putIfAbsent);
        return map;
    }

    private static String time(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Without ids and addresses: whoever has an address may have the audio. */
    @Override
    public String toString() {
        return "AudioJob[model=" + model + ", status=" + status + ", polls=" + polls + "]";
    }
}
