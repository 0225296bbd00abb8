package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.audio.AudioFormat;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest extends TranscriptionTestSupport {

    private static final String TRANSLATION = "fastrouter:translation?model=openai/whisper-1";
    private static final byte[] AUDIO = spoken("Guten Morgen", AudioFormat.WAV);

    @Test
    void recording_becomesEnglishText() {
        Exchange exchange = send(TRANSLATION + "&prompt=names&temperature=0", AUDIO);
        assertThat(exchange.getMessage().getBody()).isEqualTo("Good Morning");
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/audio/translations");
        assertThat(gateway().lastRequest().parts())
                .extracting(RecordedPart::name)
                .containsExactly("model", "prompt", "temperature", "file");
    }

    @Test
    void output_response_isInEnglish() {
        Exchange exchange = send(TRANSLATION + "&output=response&responseFormat=verbose_json", AUDIO);
        Transcription translation = exchange.getMessage().getBody(Transcription.class);
        assertThat(translation.language()).isEqualTo("english");
        assertThat(translation.text()).isEqualTo("Good Morning");
        assertThat(translation.segments()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"language,de", "timestampGranularities,word"})
    void option_ofTranscriptionOnly_failsAtStart(String option, String value) {
        String uri = TRANSLATION + "&responseFormat=verbose_json&" + option + "=" + value;
        assertThatThrownBy(() -> context.getEndpoint(uri).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option)
                .hasMessageContaining("not for translation");
    }

    @Test
    void headers_leftFromATranscription_areNotSent() {
        Exchange exchange = send(
                TRANSLATION,
                AUDIO,
                Map.of(FastRouterConstants.LANGUAGE, "de", FastRouterConstants.TIMESTAMP_GRANULARITIES, "word"));
        checkSentWithoutThem(exchange);
    }

    @Test
    void defaults_ofTheComponent_areNotSent() {
        FastRouterConfiguration defaults =
                context.getComponent("fastrouter", FastRouterComponent.class).getConfiguration();
        defaults.setLanguage("de");
        defaults.setTimestampGranularities("word");
        checkSentWithoutThem(send(TRANSLATION, AUDIO));
    }

    private static void checkSentWithoutThem(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Good Morning");
        assertThat(gateway().lastRequest().parts())
                .extracting(RecordedPart::name)
                .containsExactly("model", "file");
    }
}
