package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.speech.join.Joiner;
import ai.fastrouter.camel.speech.join.PcmJoiner;
import ai.fastrouter.camel.speech.join.TaggedJoiner;
import ai.fastrouter.camel.speech.join.WavJoiner;
import java.util.Locale;

/** The formats that can be asked for. */
enum SpeechFormat {
    MP3(AudioType.MP3),
    OPUS(AudioType.OPUS),
    AAC(AudioType.AAC),
    FLAC(AudioType.FLAC),
    WAV(AudioType.WAV),
    PCM(AudioType.PCM);

    private final AudioType type;

    SpeechFormat(AudioType type) {
        this.type = type;
    }

    /** The format of an option's value; MP3, which is the gateways' default, when there is none. */
    static SpeechFormat of(String option) {
        return option == null ? MP3 : valueOf(option.toUpperCase(Locale.ROOT));
    }

    /**
     * What the gateway really sent: as its content type says, else as it was asked for.
     *
     * @param mediaType null when the response does not say
     */
    AudioType typeOf(String mediaType) {
        AudioType told = AudioType.ofMediaType(mediaType);
        return told == null || told.mediaType().equals(type.mediaType()) ? type : told;
    }

    /** A joiner for one text; null when parts of this format can't be joined without decoding them. */
    Joiner joiner() {
        return switch (this) {
            case MP3 -> new TaggedJoiner(true);
            case AAC -> new TaggedJoiner(false);
            case WAV -> new WavJoiner();
            case PCM -> new PcmJoiner();
            case OPUS, FLAC -> null;
        };
    }

    /** Whether its audio can be told from JSON by the first byte. Raw samples may begin with any. */
    boolean hasSignature() {
        return this != PCM;
    }
}
