package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.media.AudioHeaders;
import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.exchange.media.FirstBytes;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatResponse;
import java.io.IOException;
import org.apache.camel.Exchange;

/** Hands on the audio of a spoken answer: as the body, or beside a body that is its text. */
final class SpokenBody {

    private SpokenBody() {}

    /**
     * Makes it the body.
     *
     * @param format that was asked for; null when that is not known
     * @throws FastRouterException with the code {@code no_audio} or {@code invalid_output} if there is none that can be decoded
     */
    static void set(Exchange exchange, ChatResponse response, String format, ErrorDetails details)
            throws FastRouterException {
        ChatAudio audio = response.message().audio();
        if (audio == null || audio.data() == null) {
            throw new FastRouterException(
                    "chat failed: the answer holds no audio; does the model speak?",
                    details.withCode("no_audio"),
                    null);
        }
        AudioSpool spool = SpokenAudio.spool(exchange, audio.data(), details);
        AudioType type = type(spool, format, details);
        exchange.getMessage().setBody(spool);
        AudioHeaders.set(exchange, type, type.mediaType(), spool.length());
    }

    /** Keeps it in a property of the exchange, if there is any: it is paid for, though the body is something else. */
    static void keep(Exchange exchange, ChatResponse response, ErrorDetails details) throws FastRouterException {
        ChatAudio audio = response.message().audio();
        if (audio != null && audio.data() != null && !audio.data().isEmpty()) {
            exchange.setProperty(
                    FastRouterConstants.AUDIO_PROPERTY, SpokenAudio.spool(exchange, audio.data(), details));
        }
    }

    private static AudioType type(AudioSpool spool, String format, ErrorDetails details) throws FastRouterException {
        AudioType told = "pcm16".equals(format) ? AudioType.PCM : AudioType.ofExtension(format);
        if (told != null) {
            return told;
        }
        try {
            AudioType found = FirstBytes.audioType(spool.readNBytes(FirstBytes.NEEDED));
            return found == null ? AudioType.MP3 : found;
        } catch (IOException e) {
            throw SpokenAudio.notKept(e, details);
        } finally {
            spool.reset();
        }
    }
}
