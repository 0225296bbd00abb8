package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechRequestTest extends SpeechTestSupport {

    @Test
    void text_withModelAndVoiceOnly_sendsJustThese() {
        Exchange exchange = send(URI, "Good morning");
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/audio/speech");
        assertThat(gateway().lastRequest().header("Authorization")).isEqualTo("Bearer sk-v1-test");
        assertThat(gateway().lastRequest().body())
                .isEqualTo("{\"model\":\"openai/tts-1\",\"input\":\"Good morning\",\"voice\":\"nova\"}");
    }

    @Test
    void options_ofTheEndpoint_areSent() {
        send(URI + "&responseFormat=wav&speed=1.5&instructions=softly&additionalBody.pitch=2", "Hello");
        JsonNode sent = gateway().lastRequest().json();
        assertThat(sent.path("response_format").asText()).isEqualTo("wav");
        assertThat(sent.path("speed").asDouble()).isEqualTo(1.5);
        assertThat(sent.path("instructions").asText()).isEqualTo("softly");
        assertThat(sent.path("pitch").asInt()).isEqualTo(2);
    }

    @Test
    void headers_overrideOptions() {
        send(
                URI + "&responseFormat=wav&speed=1.5&instructions=softly&additionalBody.pitch=2",
                "Hello",
                Map.of(
                        FastRouterConstants.MODEL, "openai/tts-1-hd",
                        FastRouterConstants.VOICE, "onyx",
                        FastRouterConstants.RESPONSE_FORMAT, "PCM",
                        FastRouterConstants.SPEED, "0.25",
                        FastRouterConstants.INSTRUCTIONS, "loudly",
                        FastRouterConstants.ADDITIONAL_BODY, Map.of("seed", 7)));
        JsonNode sent = gateway().lastRequest().json();
        assertThat(sent.path("model").asText()).isEqualTo("openai/tts-1-hd");
        assertThat(sent.path("voice").asText()).isEqualTo("onyx");
        assertThat(sent.path("response_format").asText()).isEqualTo("pcm");
        assertThat(sent.path("speed").asDouble()).isEqualTo(0.25);
        assertThat(sent.path("instructions").asText()).isEqualTo("loudly");
        assertThat(sent.path("seed").asInt()).isEqualTo(7);
        assertThat(sent.has("pitch")).isFalse();
    }

    @Test
    void additionalBody_winsOverOptions() {
        send(URI + "&additionalBody.voice={\"id\":\"v1\"}", "Hello");
        assertThat(gateway().lastRequest().json().at("/voice/id").asText()).isEqualTo("v1");
    }

    @Test
    void text_inTheHeader_isSpokenInPlaceOfTheBody_once() {
        Exchange exchange = send(URI, "body", Map.of(FastRouterConstants.SPEECH_TEXT, "header"));
        assertThat(gateway().lastRequest().json().path("input").asText()).isEqualTo("header");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.SPEECH_TEXT))
                .isNull();
    }

    @Test
    void body_ofAnyTypeThatConvertsToText_isSpoken() {
        byte[] bytes = "Gr\u00fc\u00dfe \uD83D\uDE00".getBytes(StandardCharsets.UTF_8);
        for (Object body :
                List.of(bytes, new ByteArrayInputStream(bytes), new StringBuilder("Gr\u00fc\u00dfe \uD83D\uDE00"))) {
            assertThat(send(URI, body).getException()).isNull();
            assertThat(gateway().lastRequest().json().path("input").asText()).isEqualTo("Gr\u00fc\u00dfe \uD83D\uDE00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void text_thatIsBlank_isRefusedBeforeSending(String text) {
        FastRouterRequestException failure = failure(send(URI, text), FastRouterRequestException.class);
        assertThat(failure.getCode()).isEqualTo("empty_text");
        assertThat(failure).hasMessageContaining("no text to speak");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void body_thatIsNull_isRefused() {
        assertThat(failure(send(URI, (Object) null), FastRouterRequestException.class)
                        .getCode())
                .isEqualTo("empty_text");
    }

    @Test
    void text_longerThan4096_isRefusedWithTheWayOut() {
        FastRouterRequestException failure = failure(send(URI, "x".repeat(4097)), FastRouterRequestException.class);
        assertThat(failure.getCode()).isEqualTo("text_too_long");
        assertThat(failure)
                .hasMessageContaining("4097")
                .hasMessageContaining("4096")
                .hasMessageContaining("splitInput");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void text_of4096_isSentWhole() {
        assertThat(send(URI, "x".repeat(4096)).getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(1);
    }

    @Test
    void model_missing_namesOptionAndHeader() {
        FastRouterRequestException failure =
                failure(send("fastrouter:speech?voice=nova", "Hi"), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining("option model").hasMessageContaining("CamelFastRouterModel");
    }

    @Test
    void voice_missing_namesOptionAndHeader() {
        FastRouterRequestException failure =
                failure(send("fastrouter:speech?model=openai/tts-1", "Hi"), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining("option voice").hasMessageContaining("CamelFastRouterVoice");
        assertThat(gateway().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "speed,0.24,a number from 0.25 to 4",
        "speed,4.01,a number from 0.25 to 4",
        "responseFormat,ogg,'one of mp3, opus, aac, flac, wav, pcm'",
        "output,text,'one of audio, stream'",
        "splitParallel,0,a whole number from 1 to 16",
        "splitParallel,17,a whole number from 1 to 16",
        "additionalBody.input,x,'without input, stream_format'"
    })
    void option_outOfRange_failsAtStartWithNameValueAndRange(String option, String value, String range) {
        String uri = URI + "&" + option + "=" + value;
        assertThatThrownBy(() -> context.getEndpoint(uri).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option.replace(".input", ""))
                .hasMessageContaining(range);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelFastRouterSpeed,9,a number from 0.25 to 4",
        "CamelFastRouterSpeed,fast,a number from 0.25 to 4",
        "CamelFastRouterResponseFormat,ogg,'one of mp3, opus, aac, flac, wav, pcm'",
        "CamelFastRouterOutput,text,'one of audio, stream'",
        "CamelFastRouterSplitInput,maybe,true or false",
        "CamelFastRouterVoice,' ',a text that is not blank"
    })
    void header_outOfRange_failsBeforeSendingWithNameValueAndRange(String header, String value, String range) {
        FastRouterRequestException failure =
                failure(send(URI, "Hi", Map.of(header, value)), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining(header).hasMessageContaining(range);
        assertThat(failure.getCode()).isEqualTo("invalid_option");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void instructions_tooLong_areRefusedWithoutBeingShown() {
        FastRouterRequestException failure = failure(
                send(URI, "Hi", Map.of(FastRouterConstants.INSTRUCTIONS, "s".repeat(4097))),
                FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining("4097 characters").hasMessageContaining("at most 4096");
        assertThat(failure.getMessage()).doesNotContain("sss");
    }

    @Test
    void additionalBody_thatIsNoJson_isRefused() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("odd", new Object());
        FastRouterRequestException failure = failure(
                send(URI, "Hi", Map.of(FastRouterConstants.ADDITIONAL_BODY, fields)), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining("additionalBody").hasMessageContaining("java.lang.Object");
    }
}
