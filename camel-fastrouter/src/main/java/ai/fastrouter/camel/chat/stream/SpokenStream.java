package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatChunk;
import java.util.Base64;

/**
 * {@code streamOutput=audio}: the audio of the first choice, decoded while it arrives. Each piece is decoded on its own: gateways
 * pad each. The transcript is in {@link #response()} and, at the end, in the header.
 */
public final class SpokenStream extends LiveBytes {

    private static final byte[] NONE = {};

    public SpokenStream(LiveAnswer answer) {
        super(answer);
    }

    @Override
    LiveBytes another(LiveAnswer of) {
        return new SpokenStream(of);
    }

    @Override
    void fetch(LiveAnswer from) throws FastRouterException {
        for (ChatChunk chunk = from.nextChunk(); chunk != null; chunk = from.nextChunk()) {
            ChatAudio audio = chunk.choices().isEmpty()
                    ? null
                    : chunk.choices().get(0).delta().audio();
            if (audio != null && audio.data() != null && !audio.data().isEmpty()) {
                byte[] decoded = decode(from, audio.data());
                offer(decoded, decoded.length);
                return;
            }
        }
    }

    private static byte[] decode(LiveAnswer from, String base64) throws FastRouterException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw from.fail(new FastRouterException(
                    "chat failed: a piece of the audio is not base64", ErrorDetails.ofCode("invalid_output"), null));
        }
    }

    @Override
    byte[] lastWords(FastRouterException reason) {
        return NONE;
    }
}
