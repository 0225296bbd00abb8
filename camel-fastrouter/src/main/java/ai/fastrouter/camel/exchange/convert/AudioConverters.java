package ai.fastrouter.camel.exchange.convert;

import ai.fastrouter.camel.model.GatewayModel;
import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.model.TranscriptionSegment;
import ai.fastrouter.camel.model.TranscriptionWord;
import java.util.Map;
import org.apache.camel.Converter;

/**
 * Converts transcriptions and models: to {@code Map}, in the shape of the gateways; to {@code String}, which is what was said, or the
 * model's id. For their JSON use {@code marshal().json()}.
 */
@Converter(generateLoader = true)
public final class AudioConverters {

    private AudioConverters() {}

    /** What was said. */
    @Converter(allowNull = true)
    public static String toText(Transcription transcription) {
        return transcription.text();
    }

    /** What was said in the segment. */
    @Converter(allowNull = true)
    public static String toText(TranscriptionSegment segment) {
        return segment.text();
    }

    /** The word. */
    @Converter(allowNull = true)
    public static String toText(TranscriptionWord word) {
        return word.word();
    }

    /** The id, as the option {@code model} takes it. */
    @Converter(allowNull = true)
    public static String toText(GatewayModel model) {
        return model.id();
    }

    @Converter
    public static Map<String, Object> toMap(Transcription transcription) {
        return transcription.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(TranscriptionSegment segment) {
        return segment.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(TranscriptionWord word) {
        return word.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(GatewayModel model) {
        return model.toMap();
    }
}
