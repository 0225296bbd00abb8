package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionTest extends TranscriptionTestSupport {

    private static final byte[] AUDIO = spoken(TEXT, AudioFormat.WAV);

    private static String field(String name) {
        RecordedPart part = gateway().lastRequest().part(name);
        return part == null ? null : part.text();
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "FLAC", "WAV", "OPUS"})
    void recording_inEachFormat_becomesItsText(AudioFormat format) {
        Exchange exchange = send(URI, spoken(TEXT, format));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(TEXT);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/plain");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
    }

    @Test
    void request_withoutOptions_hasModelAndFileOnly() {
        send(URI, AUDIO);
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/audio/transcriptions");
        assertThat(gateway().lastRequest().parts())
                .extracting(RecordedPart::name)
                .containsExactly("model", "file");
        assertThat(field("model")).isEqualTo("openai/whisper-1");
    }

    @Test
    void options_areSentAsFields() {
        Exchange exchange = send(
                URI + "&language=en&prompt=Names: Lola&responseFormat=verbose_json&temperature=0.2"
                        + "&timestampGranularities=word,segment&additionalBody.chunking_strategy=auto"
                        + "&additionalBody.keywords=RAW([\"a\",\"b\"])",
                AUDIO);
        assertThat(exchange.getException()).isNull();
        assertThat(field("language")).isEqualTo("en");
        assertThat(field("prompt")).isEqualTo("Names: Lola");
        assertThat(field("response_format")).isEqualTo("verbose_json");
        assertThat(field("temperature")).isEqualTo("0.2");
        assertThat(field("chunking_strategy")).isEqualTo("auto");
        assertThat(gateway().lastRequest().parts())
                .filteredOn(part -> part.name().equals("timestamp_granularities[]"))
                .extracting(RecordedPart::text)
                .containsExactly("word", "segment");
        assertThat(gateway().lastRequest().parts())
                .filteredOn(part -> part.name().equals("keywords[]"))
                .extracting(RecordedPart::text)
                .containsExactly("a", "b");
    }

    @Test
    void headers_overrideOptions() {
        Exchange exchange = send(
                URI + "&language=en&temperature=0.2",
                AUDIO,
                Map.of(
                        FastRouterConstants.MODEL, "openai/whisper-large-v3",
                        FastRouterConstants.LANGUAGE, "de",
                        FastRouterConstants.PROMPT, "hint",
                        FastRouterConstants.RESPONSE_FORMAT, "verbose_json",
                        FastRouterConstants.TEMPERATURE, 1,
                        FastRouterConstants.TIMESTAMP_GRANULARITIES, List.of("word"),
                        FastRouterConstants.ADDITIONAL_BODY, Map.of("extra", Map.of("a", 1))));
        assertThat(exchange.getException()).isNull();
        assertThat(field("model")).isEqualTo("openai/whisper-large-v3");
        assertThat(field("language")).isEqualTo("de");
        assertThat(field("prompt")).isEqualTo("hint");
        assertThat(field("temperature")).isEqualTo("1");
        assertThat(field("timestamp_granularities[]")).isEqualTo("word");
        assertThat(field("extra")).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({"srt,application/x-subrip,1", "vtt,text/vtt,WEBVTT"})
    void subtitles_areTheBodyAsTheyAre(String format, String type, String start) {
        Exchange exchange = send(URI + "&responseFormat=" + format, AUDIO);
        assertThat(exchange.getMessage().getBody(String.class))
                .startsWith(start)
                .contains("-->")
                .contains("Good morning.")
                .endsWith("\n\n");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "verbose_json"})
    void output_text_isTheTextWhateverTheFormat(String format) {
        assertThat(send(URI + "&responseFormat=" + format, AUDIO).getMessage().getBody())
                .isEqualTo(TEXT);
    }

    @Test
    void text_answeredAsJson_andJsonAnsweredAsText_bothWork() {
        gateway()
                .onTranscription()
                .reply(
                        Reply.json("{\"text\":\"as json\"}"),
                        Reply.text("as text\n"),
                        Reply.json("\"as a string\""),
                        Reply.text("{\"text\":\"json in disguise\"}"),
                        Reply.text("{braces} are said"));
        assertThat(send(URI + "&responseFormat=text", AUDIO).getMessage().getBody())
                .isEqualTo("as json");
        assertThat(send(URI + "&responseFormat=json", AUDIO).getMessage().getBody())
                .isEqualTo("as text");
        assertThat(send(URI + "&responseFormat=text", AUDIO).getMessage().getBody())
                .isEqualTo("as a string");
        assertThat(send(URI + "&responseFormat=text", AUDIO).getMessage().getBody())
                .isEqualTo("json in disguise");
        assertThat(send(URI + "&responseFormat=text", AUDIO).getMessage().getBody())
                .isEqualTo("{braces} are said");
    }

    @Test
    void output_response_hasTextAndTimes() {
        Exchange exchange =
                send(URI + "&output=response&responseFormat=verbose_json&timestampGranularities=word,segment", AUDIO);
        Transcription transcription = exchange.getMessage().getBody(Transcription.class);
        assertThat(transcription.text()).isEqualTo(TEXT);
        assertThat(transcription.language()).isEqualTo("english");
        assertThat(transcription.duration()).isPositive();
        assertThat(transcription.segments()).hasSize(2);
        assertThat(transcription.segments().get(0).text()).isEqualTo("Good morning.");
        assertThat(transcription.segments().get(0).id()).isEqualTo("0");
        assertThat(transcription.segments().get(0).additionalFields()).containsKey("no_speech_prob");
        assertThat(transcription.words()).hasSize(5);
        assertThat(transcription.words().get(0).word()).isEqualTo("Good");
        assertThat(transcription.words().get(4).end()).isEqualTo(transcription.duration());
        assertThat(transcription.additionalFields()).containsEntry("task", "transcribe");
    }

    @Test
    void output_response_ofPlainText_hasTheText() {
        Exchange exchange = send(URI + "&output=response&responseFormat=text", AUDIO);
        assertThat(exchange.getMessage().getBody()).isEqualTo(Transcription.ofText(TEXT));
    }

    @Test
    void output_json_isTheAnswerAsItCame() {
        gateway().onTranscription().reply(Reply.json("{ \"text\" : \"hi\", \"odd\": [1] }"));
        Exchange exchange = send(URI + "&output=json", AUDIO);
        assertThat(exchange.getMessage().getBody()).isEqualTo("{ \"text\" : \"hi\", \"odd\": [1] }");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void answer_withOddTypes_isReadTolerantly() {
        gateway()
                .onTranscription()
                .reply(Reply.json("{\"text\":\"hi\",\"duration\":\"2.5\",\"language\":null,\"words\":null,"
                        + "\"segments\":[{\"id\":\"s1\",\"speaker\":\"A\",\"start\":\"0.5\",\"text\":\"hi\"},7],"
                        + "\"usage\":{\"type\":\"tokens\",\"input_tokens\":10,\"output_tokens\":5,"
                        + "\"total_tokens\":15,\"input_token_details\":{\"audio_tokens\":8,\"text_tokens\":2},"
                        + "\"cost\":0.0006}}"));
        Exchange exchange = send(URI + "&output=response", AUDIO);
        Transcription transcription = exchange.getMessage().getBody(Transcription.class);
        assertThat(transcription.duration()).isEqualTo(2.5);
        assertThat(transcription.language()).isNull();
        assertThat(transcription.words()).isEmpty();
        assertThat(transcription.segments()).hasSize(1);
        assertThat(transcription.segments().get(0).id()).isEqualTo("s1");
        assertThat(transcription.segments().get(0).speaker()).isEqualTo("A");
        assertThat(transcription.segments().get(0).start()).isEqualTo(0.5);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.PROMPT_TOKENS))
                .isEqualTo(10L);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.COMPLETION_TOKENS))
                .isEqualTo(5L);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.AUDIO_TOKENS))
                .isEqualTo(8L);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.COST)).isEqualTo(new BigDecimal("0.0006"));
        assertThat(transcription.toMap()).containsEntry("duration", 2.5).containsKeys("segments", "usage");
    }

    @Test
    void headers_ofTheRecording_areGoneAfterwards() {
        Exchange exchange = send(
                URI, AUDIO, Map.of(Exchange.CONTENT_LENGTH, AUDIO.length, Exchange.FILE_CONTENT_TYPE, "audio/wav"));
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_CONTENT_TYPE)).isNull();
    }

    @Test
    void silence_isAnEmptyText() {
        gateway().onTranscription().reply(Reply.json("{\"text\":\"\"}"));
        assertThat(send(URI, AUDIO).getMessage().getBody()).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,1.1,a number from 0 to 1",
        "temperature,-0.1,a number from 0 to 1",
        "responseFormat,mp3,'one of json, text, srt, verbose_json, vtt'",
        "output,audio,'one of text, response, json'",
        "timestampGranularities,letter,'a list of word, segment'",
        "timestampGranularities,word,needs responseFormat=verbose_json",
        "additionalBody.file,x,without file"
    })
    void option_outOfRange_failsAtStart(String option, String value, String range) {
        assertThatThrownBy(() ->
                        context.getEndpoint(URI + "&" + option + "=" + value).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option.replace(".file", ""))
                .hasMessageContaining(range);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelFastRouterTemperature,1.1,a number from 0 to 1",
        "CamelFastRouterResponseFormat,mp3,'one of json, text, srt, verbose_json, vtt'",
        "CamelFastRouterTimestampGranularities,word,needs responseFormat=verbose_json"
    })
    void header_outOfRange_failsBeforeSending(String header, String value, String range) {
        FastRouterRequestException failure =
                failure(send(URI, AUDIO, Map.of(header, value)), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining(header).hasMessageContaining(range);
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void model_missing_namesOptionAndHeader() {
        FastRouterRequestException failure =
                failure(send("fastrouter:transcription", AUDIO), FastRouterRequestException.class);
        assertThat(failure).hasMessageContaining("option model").hasMessageContaining("CamelFastRouterModel");
    }
}
