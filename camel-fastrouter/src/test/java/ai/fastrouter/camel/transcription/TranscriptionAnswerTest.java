package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no transcript, though some call themselves one. */
class TranscriptionAnswerTest extends TranscriptionTestSupport {

    private static final byte[] AUDIO = spoken(TEXT, AudioFormat.WAV);

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"message\":\"no ears\"}}", "{\"error\":\"no ears\"}"})
    void json_withStatus200AndNoText_isAFailure(String json) {
        gateway().onTranscription().reply(Reply.json(json));
        Exchange exchange = send(URI, AUDIO);
        assertThat(failure(exchange, FastRouterException.class)).hasMessageContaining("no ears");
        assertThat(exchange.getMessage().getBody()).isSameAs(AUDIO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"Good mor", "[]", "null", "[\"Good\"]", "Good morning", ""})
    void json_withStatus200AndNoTextInIt_isNotTakenForWhatWasSaid(String json) {
        gateway().onTranscription().reply(Reply.json(json));
        Exchange exchange = send(URI, AUDIO);
        FastRouterException failure = failure(exchange, FastRouterException.class);
        assertThat(failure.getStatus()).isEqualTo(200);
        assertThat(failure.getOperation()).isEqualTo("transcription");
        assertThat(failure).hasMessageContaining("transcription failed");
        assertThat(exchange.getMessage().getBody()).isSameAs(AUDIO);
    }

    @Test
    void page_withStatus200_isNotTakenForWhatWasSaid() {
        gateway()
                .onTranscription()
                .reply(
                        Reply.html(200, "<html><title>Sign in</title></html>"),
                        Reply.bytes("application/xml", "<error>Sign in</error>".getBytes(StandardCharsets.UTF_8)));
        assertThat(failure(send(URI, AUDIO), FastRouterException.class)).hasMessageContaining("Sign in");
        assertThat(failure(send(URI, AUDIO), FastRouterException.class).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"srt", "vtt"})
    void subtitles_answeredAsAJsonString_areUnquoted(String format) {
        gateway().onTranscription().reply(Reply.json("\"1\\n00:00:00,000 --> 00:00:01,000\\nGood morning.\\n\\n\""));
        assertThat(send(URI + "&responseFormat=" + format, AUDIO).getMessage().getBody())
                .isEqualTo("1\n00:00:00,000 --> 00:00:01,000\nGood morning.\n\n");
    }

    @Test
    void text_askedForAndLabelledAsJson_isTaken_butNoJsonThatBrokeOff() {
        gateway().onTranscription().reply(Reply.json("Good morning.\n"), Reply.json("{\"text\":\"Good mor"));
        String uri = URI + "&responseFormat=text";

        assertThat(send(uri, AUDIO).getMessage().getBody()).isEqualTo("Good morning.");
        assertThat(failure(send(uri, AUDIO), FastRouterException.class).getStatus())
                .isEqualTo(200);
    }

    @Test
    void status_413_saysHowLargeTheRecordingIs() {
        gateway().onTranscription().reply(Reply.error(413, Envelope.E2, "too large"));
        FastRouterRequestException failure = failure(send(URI, AUDIO), FastRouterRequestException.class);
        assertThat(failure.getStatus()).isEqualTo(413);
        assertThat(failure)
                .hasMessageContaining("too large")
                .hasMessageContaining(AUDIO.length + " bytes")
                .hasMessageContaining("maxUploadSize");
    }
}
