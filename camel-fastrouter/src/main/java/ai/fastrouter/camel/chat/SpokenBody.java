package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatResponse;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.InputStreamCache;

/** Makes the audio of a spoken answer the body. */
final class SpokenBody {

    private SpokenBody() {}

    /** @throws FastRouterException with the code {@code no_audio} or {@code invalid_output} if there is none that can be decoded */
    static void set(Exchange exchange, ChatResponse response, OptionValues values, ErrorDetails details)
            throws FastRouterException {
        ChatAudio audio = response.message().audio();
        if (audio == null || audio.data() == null) {
            throw new FastRouterException(
                    "chat failed: the answer holds no audio; does the model speak?",
                    details.withCode("no_audio"),
                    null);
        }
        Message message = exchange.getMessage();
        try {
            message.setBody(new InputStreamCache(Base64.getMimeDecoder().decode(audio.data())));
        } catch (IllegalArgumentException e) {
            throw new FastRouterException(
                    "chat failed: the audio of the answer is not base64", details.withCode("invalid_output"), null);
        }
        ReplyHeaders.set(message, Exchange.CONTENT_TYPE, contentType(values.get(ChatOptions.AUDIO_FORMAT, "mp3")));
    }

    static String contentType(String format) {
        return switch (format) {
            case "mp3" -> "audio/mpeg";
            case "opus" -> "audio/ogg";
            case "pcm16" -> "audio/pcm";
            default -> "audio/" + format;
        };
    }
}
