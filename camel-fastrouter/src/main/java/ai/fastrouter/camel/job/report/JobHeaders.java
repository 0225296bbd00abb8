package ai.fastrouter.camel.job.report;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.job.fetch.FetchedAudio;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes jobs and their audio into messages. */
public final class JobHeaders {

    private static final int NAME_AT_MOST = 80;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private JobHeaders() {}

    /** All that is known of a job, as headers. What is unknown removes the header. */
    public static void write(Message message, AudioJob job) {
        ReplyHeaders.ofAnswer(message, job.chatId(), job.model(), null);
        ReplyHeaders.ofUsage(message, job.usage());
        ReplyHeaders.set(message, FastRouterConstants.JOB, job);
        ReplyHeaders.set(message, FastRouterConstants.JOB_ID, job.requestId());
        ReplyHeaders.set(message, FastRouterConstants.CHAT_ID, job.chatId());
        ReplyHeaders.set(message, FastRouterConstants.JOB_STATUS, job.status());
        ReplyHeaders.set(message, FastRouterConstants.JOB_RESPONSE_URL, job.responseUrl());
        ReplyHeaders.set(message, FastRouterConstants.JOB_QUEUE_POSITION, job.queuePosition());
        ReplyHeaders.set(message, FastRouterConstants.JOB_POLLS, job.polls());
        ReplyHeaders.set(message, FastRouterConstants.JOB_SUBMITTED, millis(job.submittedAt()));
        ReplyHeaders.set(message, FastRouterConstants.JOB_FINISHED, millis(job.finishedAt()));
        ReplyHeaders.set(message, FastRouterConstants.AUDIO_URL, job.audioUrl());
        ReplyHeaders.set(message, FastRouterConstants.AUDIO_DURATION, job.duration());
        ReplyHeaders.set(message, FastRouterConstants.AUDIO_FILE_NAME, job.fileName());
        ReplyHeaders.set(
                message,
                FastRouterConstants.CREDITS_USED,
                job.usage() == null ? null : job.usage().additionalFields().get("credits_used"));
    }

    /**
     * The end of a job: its headers, and the audio as body.
     *
     * @param audio null where only the address is wanted
     */
    public static void writeFinished(Exchange exchange, AudioJob job, FetchedAudio audio) {
        Message message = exchange.getMessage();
        write(message, job);
        if (audio == null) {
            message.setBody(job.audioUrl());
            return;
        }
        message.setBody(AudioSpool.of(List.of(audio.spool()), exchange));
        String contentType = contentType(job, audio);
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        if (message.getHeader(Exchange.FILE_NAME) == null) {
            message.setHeader(Exchange.FILE_NAME, fileName(job, contentType));
        }
        message.setHeader(Exchange.CONTENT_LENGTH, audio.spool().length());
    }

    /** The job's id with the right extension. The id comes from elsewhere: what could lead to another folder is left out. */
    private static String fileName(AudioJob job, String contentType) {
        StringBuilder name = new StringBuilder();
        String id = job.requestId() == null ? "" : job.requestId();
        for (int i = 0; i < id.length() && name.length() < NAME_AT_MOST; i++) {
            char c = id.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
                name.append(c);
            }
        }
        AudioType type = AudioType.ofMediaType(contentType);
        return (name.isEmpty() ? "audio" : name) + (type == null ? "" : "." + type.extension());
    }

    /** What the server of the audio says, unless that says nothing; then what the gateway says; then the address's extension. */
    private static String contentType(AudioJob job, FetchedAudio audio) {
        String told = audio.contentType();
        if (told != null && !told.endsWith("/octet-stream")) {
            return told;
        }
        if (job.contentType() != null) {
            return job.contentType();
        }
        AudioType type = AudioType.ofExtension(extension(job.audioUrl()));
        return type == null ? UNKNOWN_TYPE : type.mediaType();
    }

    private static String extension(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }
}
