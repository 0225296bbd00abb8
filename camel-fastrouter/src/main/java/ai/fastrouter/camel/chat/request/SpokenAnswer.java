package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.OptionValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out {@code modalities} and {@code audio}: whoever asks for a voice, a format or audio as body gets text and audio.
 *
 * @param modalities null when nothing is to be sent
 * @param audio      null when nothing is to be sent
 */
record SpokenAnswer(List<String> modalities, Map<String, Object> audio) {

    private static final List<String> TEXT_AND_AUDIO = List.of("text", "audio");
    /** The only one gateways stream (ARouter, OpenAI). */
    private static final String STREAMED = "pcm16";

    private static final String WHOLE = "mp3";

    /** @throws IllegalArgumentException if options contradict each other; the text names them */
    static SpokenAnswer of(OptionValues values, boolean stream) {
        String reason = reason(values, stream);
        List<String> modalities = values.get(ChatOptions.MODALITIES, reason == null ? null : TEXT_AND_AUDIO);
        if (modalities == null || !modalities.contains("audio")) {
            if (reason != null) {
                throw new IllegalArgumentException(reason + " needs audio among "
                        + Exclusion.named(values, ChatOptions.MODALITIES) + "=" + String.join(",", modalities));
            }
            return new SpokenAnswer(modalities, null);
        }
        String format = values.get(ChatOptions.AUDIO_FORMAT, stream ? STREAMED : WHOLE);
        if (isSpoken(values, stream) && stream && !format.equals(STREAMED)) {
            throw new IllegalArgumentException(Exclusion.named(values, ChatOptions.AUDIO_FORMAT) + "=" + format
                    + " is not valid: it must be pcm16 with streamOutput=audio");
        }
        Map<String, Object> audio = new LinkedHashMap<>();
        if (values.has(ChatOptions.AUDIO_VOICE)) {
            audio.put("voice", values.get(ChatOptions.AUDIO_VOICE));
        }
        audio.put("format", format);
        return new SpokenAnswer(modalities, audio);
    }

    /** What asks for audio; null when nothing does. */
    private static String reason(OptionValues values, boolean stream) {
        if (isSpoken(values, stream)) {
            return stream ? "streamOutput=audio" : "output=audio";
        }
        if (values.has(ChatOptions.AUDIO_VOICE)) {
            return Exclusion.named(values, ChatOptions.AUDIO_VOICE);
        }
        return values.has(ChatOptions.AUDIO_FORMAT) ? Exclusion.named(values, ChatOptions.AUDIO_FORMAT) : null;
    }

    private static boolean isSpoken(OptionValues values, boolean stream) {
        return "audio".equals(values.get(stream ? ChatOptions.STREAM_OUTPUT : ChatOptions.OUTPUT));
    }
}
