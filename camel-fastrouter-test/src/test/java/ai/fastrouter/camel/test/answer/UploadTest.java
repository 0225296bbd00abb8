package ai.fastrouter.camel.test.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.SampleAudio;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.Multipart;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final LocalGateway gateway = GATEWAY.gateway();

    @Test
    void transcription_spokenWav_isText() throws Exception {
        HttpResponse<String> response = form("Guten Morgen. Two sentences.").post(transcriptions());
        assertThat(response.body())
                .isEqualTo(
                        "{\"text\":\"Guten Morgen. Two sentences.\",\"usage\":{\"type\":\"duration\",\"seconds\":2}}");
    }

    @Test
    void translation_foreignWords_areEnglish() throws Exception {
        HttpResponse<String> response = form("Guten Morgen Welt").post(gateway.baseUrl() + "/audio/translations");
        assertThat(MAPPER.readTree(response.body()).path("text").asText()).isEqualTo("Good Morning World");
    }

    @ParameterizedTest
    @CsvSource({"text,text/plain", "srt,application/x-subrip", "vtt,text/vtt"})
    void textFormats_arePlain(String format, String type) throws Exception {
        HttpResponse<String> response =
                form("One. Two.").field("response_format", format).post(transcriptions());
        assertThat(response.headers().firstValue("content-type").orElseThrow()).startsWith(type);
        assertThat(response.body()).contains("One.").doesNotStartWith("{");
        if (format.equals("srt")) {
            assertThat(response.body())
                    .startsWith("1\n00:00:00,000 --> 00:00:00,")
                    .contains("\n\n2\n");
        }
    }

    @Test
    void verboseJson_withWords_hasTimes() throws Exception {
        String body = form("One two. Three.")
                .field("response_format", "verbose_json")
                .field("timestamp_granularities[]", "word")
                .field("timestamp_granularities[]", "segment")
                .field("language", "de")
                .post(transcriptions())
                .body();
        JsonNode json = MAPPER.readTree(body);
        assertThat(json.path("language").asText()).isEqualTo("de");
        assertThat(json.path("words")).hasSize(3);
        assertThat(json.path("segments")).hasSize(2);
        assertThat(json.at("/words/2/end").asDouble())
                .isEqualTo(json.path("duration").asDouble());
    }

    @Test
    void journal_hasTheParts() throws Exception {
        byte[] audio = wav("hi");
        new Multipart()
                .field("model", "openai/whisper-1")
                .file("a \\\"b.wav", "audio/wav", audio)
                .post(transcriptions());
        RecordedRequest request = gateway.lastRequest();
        assertThat(request.operation()).isEqualTo(Operation.TRANSCRIPTION);
        assertThat(request.model()).isEqualTo("openai/whisper-1");
        RecordedPart file = request.part("file");
        assertThat(file.fileName()).isEqualTo("a \"b.wav");
        assertThat(file.contentType()).isEqualTo("audio/wav");
        assertThat(file.size()).isEqualTo(audio.length);
        assertThat(file.bytes()).isEqualTo(audio);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void content_withBoundaryLookalikes_isKept() throws Exception {
        byte[] tricky = "\r\n--X\r\n\r\r\n--XY--\r\n-".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new Multipart()
                .field("model", "m")
                .part("Content-Disposition: form-data; name=x", tricky)
                .bytes();
        // In pieces of one byte each, so that every place is a border between reads.
        List<byte[]> pieces = new java.util.ArrayList<>();
        for (byte b : bytes) {
            pieces.add(new byte[] {b});
        }
        Multipart.send(transcriptions(), BodyPublishers.ofByteArrays(pieces));
        assertThat(gateway.lastRequest().part("x").bytes()).isEqualTo(tricky);
    }

    @Test
    void largeFile_beyondWhatIsKept_isHeardAndHashed() throws Exception {
        long size = 30_000_000;
        byte[] head = new Multipart().field("model", "m").unfinished();
        byte[] partHead =
                "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = Multipart.send(
                transcriptions(),
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.<InputStream>of(
                        new ByteArrayInputStream(head),
                        new ByteArrayInputStream(partHead),
                        SampleAudio.wav("the end", size),
                        new ByteArrayInputStream(end))))));
        assertThat(response.body()).contains("the end");
        RecordedPart file = gateway.lastRequest().part("file");
        assertThat(file.size()).isEqualTo(size);
        assertThat(file.bytes()).hasSize(1024 * 1024);
        var digest = java.security.MessageDigest.getInstance("SHA-256");
        try (InputStream audio = SampleAudio.wav("the end", size)) {
            digest.update(audio.readAllBytes());
        }
        assertThat(file.sha256()).isEqualTo(java.util.HexFormat.of().formatHex(digest.digest()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "language | not a language | language must be a language code",
                "temperature | 1.5 | temperature must be a number from 0 to 1",
                "temperature | warm | temperature must be a number from 0 to 1",
                "response_format | xml | response_format must be one of",
                "timestamp_granularities[] | word | needs response_format verbose_json",
                "timestamp_granularities | word | must be sent as timestamp_granularities[]",
                "model | again | model is sent twice",
            })
    void field_wrong_isRefusedByName(String name, String value, String message) throws Exception {
        refused(form("x").field(name, value).post(transcriptions()), message);
    }

    @Test
    void form_wrong_isRefused() throws Exception {
        refused(new Multipart().field("model", "m").post(transcriptions()), "file is required");
        refused(new Multipart().file("a.wav", "audio/wav", wav("x")).post(transcriptions()), "model is required");
        refused(
                new Multipart()
                        .field("model", "m")
                        .file("audio", "audio/wav", wav("x"))
                        .post(transcriptions()),
                "file must have a file name with one of the extensions");
        refused(
                new Multipart()
                        .field("model", "m")
                        .file("a.wav", "audio/wav", new byte[0])
                        .post(transcriptions()),
                "must not be empty");
        refused(
                Multipart.send(
                        transcriptions(),
                        BodyPublishers.ofByteArray(
                                new Multipart().field("model", "m").unfinished())),
                "ends before its closing boundary");
        refused(Call.post(transcriptions(), "{}"), "Content-Type must be multipart/form-data");
        refused(
                form("x").field("language", "en").post(gateway.baseUrl() + "/audio/translations"),
                "language is not known to translations");
    }

    @Test
    void uploadLimit_exceeded_is413() throws Exception {
        try (LocalGateway small = LocalGateway.builder().uploadLimit(100).start()) {
            assertThat(form("x").post(small.baseUrl() + "/audio/transcriptions").statusCode())
                    .isEqualTo(413);
        }
    }

    private String transcriptions() {
        return gateway.baseUrl() + "/audio/transcriptions";
    }

    private static Multipart form(String spoken) throws Exception {
        return new Multipart().field("model", "openai/whisper-1").file("a.wav", "audio/wav", wav(spoken));
    }

    private static byte[] wav(String text) throws Exception {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        Voice.speak(text, AudioFormat.WAV, 1, audio);
        return audio.toByteArray();
    }

    private static void refused(HttpResponse<String> response, String message) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(MAPPER.readTree(response.body()).at("/error/message").asText())
                .contains(message);
    }
}
