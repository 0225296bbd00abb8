package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.model.Transcription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * An answer to a transcription: JSON or text, whatever was asked for. Gateways answer {@code text} as JSON and {@code json} as text,
 * so what it is, is decided by content type and first character. Only what calls itself JSON must be JSON.
 */
final class TranscriptionReply {

    private final GatewayRequest request;
    private final ResponseHead head;
    private final String format;
    private final FailurePolicy policy;
    private String raw;
    private boolean json;
    private Transcription transcription;

    /** @param format what was asked for; null means JSON */
    TranscriptionReply(GatewayRequest request, ResponseHead head, String format, FailurePolicy policy) {
        this.request = request;
        this.head = head;
        this.format = format == null ? "json" : format;
        this.policy = policy;
    }

    /** @throws FastRouterException if the answer is an error, a page, or JSON in which there is no text */
    void read(byte[] body, int length) throws FastRouterException {
        raw = new String(body, 0, length, StandardCharsets.UTF_8);
        json = startsAsObject();
        if (json) {
            try {
                transcription = TranscriptionReader.read(body, length);
            } catch (IOException e) {
                json = false; // a text that begins with a brace, unless it says that it is JSON
            }
        }
        if (!json) {
            transcription = Transcription.ofText(head.isJson() ? jsonString() : isPage() ? null : text(raw));
        }
        if (transcription.text() == null) {
            throw Failures.ofResponse(request, head, body, length, policy);
        }
    }

    /** Some gateways answer a text as a JSON string. Null for any other JSON, or what is none. */
    private String jsonString() {
        try {
            return JsonReading.document(raw) instanceof String said ? text(said) : null;
        } catch (IOException e) {
            return isInTheWrongEnvelope() ? text(raw) : null;
        }
    }

    /** Whether it is the plain text that was asked for, only labelled as JSON; not JSON that broke off. */
    private boolean isInTheWrongEnvelope() {
        if (isSubtitles()) {
            return raw.contains("-->");
        }
        String start = raw.stripLeading();
        return format.equals("text") && !start.isEmpty() && "{[\"<".indexOf(start.charAt(0)) < 0;
    }

    /** A proxy, or a page to sign in at, has answered instead of the gateway. */
    private boolean isPage() {
        String type = head.mediaType();
        return type != null
                && (type.equals("text/html")
                        || type.equals("text/xml")
                        || type.endsWith("/xml")
                        || type.endsWith("+xml"));
    }

    private String text(String said) {
        return isSubtitles() ? said : said.stripTrailing();
    }

    private boolean startsAsObject() {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '{') {
                return true;
            }
            if (!Character.isWhitespace(c) && c != '\uFEFF') {
                return false;
            }
        }
        return false;
    }

    private boolean isSubtitles() {
        return format.equals("srt") || format.equals("vtt");
    }

    /** @param output {@code text}, {@code response} or {@code json} */
    void write(Message message, String output) {
        boolean asJson = output.equals("json") && json;
        message.setBody(
                switch (output) {
                    case "response" -> transcription;
                    case "json" -> raw;
                    default -> transcription.text();
                });
        message.setHeader(Exchange.CONTENT_TYPE, asJson ? "application/json" : contentType());
        // these spoke of the recording
        message.removeHeader(Exchange.CONTENT_LENGTH);
        message.removeHeader(Exchange.CONTENT_ENCODING);
        message.removeHeader(Exchange.FILE_CONTENT_TYPE);
        ReplyHeaders.ofHead(message, head);
        ReplyHeaders.ofUsage(message, transcription.usage());
        ReplyHeaders.ofAnswer(message, null, null, null);
    }

    private String contentType() {
        return switch (format) {
            case "srt" -> "application/x-subrip";
            case "vtt" -> "text/vtt";
            default -> "text/plain";
        };
    }
}
