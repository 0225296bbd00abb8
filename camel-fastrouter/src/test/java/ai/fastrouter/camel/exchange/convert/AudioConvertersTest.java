package ai.fastrouter.camel.exchange.convert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.model.GatewayModel;
import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.model.TranscriptionSegment;
import ai.fastrouter.camel.model.TranscriptionWord;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudioConvertersTest {

    private static final TranscriptionWord WORD = new TranscriptionWord("Hi", 0.5, 1.0, null);
    private static final TranscriptionSegment SEGMENT =
            new TranscriptionSegment("0", 0.5, 1.0, "Hi there", null, Map.of("seek", 0));
    private static final Transcription TRANSCRIPTION =
            new Transcription("Hi there", "english", 2.5, List.of(SEGMENT), List.of(WORD), null, Map.of("task", "t"));
    private static final GatewayModel MODEL = new GatewayModel(
            "openai/tts-1",
            "TTS",
            null,
            null,
            null,
            null,
            null,
            List.of("text"),
            List.of("audio"),
            null,
            Map.of("prompt", new BigDecimal("0.000015")),
            true,
            null);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private TypeConverter converter;

    @BeforeEach
    void start() {
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void texts_areWhatWasSaid_andTheModelsId() {
        assertThat(converter.convertTo(String.class, TRANSCRIPTION)).isEqualTo("Hi there");
        assertThat(converter.convertTo(String.class, SEGMENT)).isEqualTo("Hi there");
        assertThat(converter.convertTo(String.class, WORD)).isEqualTo("Hi");
        assertThat(converter.convertTo(String.class, MODEL)).isEqualTo("openai/tts-1");
    }

    @Test
    void maps_haveTheShapeOfTheGateways() {
        assertThat(converter.convertTo(Map.class, TRANSCRIPTION))
                .isEqualTo(Map.of(
                        "text",
                        "Hi there",
                        "language",
                        "english",
                        "duration",
                        2.5,
                        "segments",
                        List.of(Map.of("id", "0", "start", 0.5, "end", 1.0, "text", "Hi there", "seek", 0)),
                        "words",
                        List.of(Map.of("word", "Hi", "start", 0.5, "end", 1.0)),
                        "task",
                        "t"));
        assertThat(converter.convertTo(Map.class, SEGMENT)).isEqualTo(SEGMENT.toMap());
        assertThat(converter.convertTo(Map.class, WORD)).isEqualTo(WORD.toMap());
        assertThat(converter.convertTo(Map.class, MODEL))
                .isEqualTo(Map.of(
                        "id",
                        "openai/tts-1",
                        "name",
                        "TTS",
                        "architecture",
                        Map.of("input_modalities", List.of("text"), "output_modalities", List.of("audio")),
                        "pricing",
                        Map.of("prompt", new BigDecimal("0.000015")),
                        "is_active",
                        true));
    }

    @Test
    void json_byJackson_isThatOfTheMaps() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(mapper.writeValueAsString(TRANSCRIPTION))
                        .at("/segments/0/seek")
                        .asInt(-1))
                .isZero();
        assertThat(mapper.writeValueAsString(List.of(MODEL))).contains("\"pricing\":{\"prompt\":0.000015}");
    }
}
