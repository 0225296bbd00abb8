package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of transcription and translation are as documented: {@code contract/upload-form.schema.json}. */
class UploadContractTest extends ContractTestSupport {

    private static final Contract TRANSCRIPTION = Contract.of("upload-form#/$defs/transcription");
    private static final Contract TRANSLATION = Contract.of("upload-form#/$defs/translation");
    private static final byte[] WAV = spoken();

    private static byte[] spoken() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Voice.speak("Good morning", AudioFormat.WAV, 1, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String transcription(String options) {
        return uri("transcription", FastRouterGateway.arouter, "model=openai/whisper-1" + options);
    }

    /** The form of the last request as the schema sees it. */
    private static ObjectNode form() {
        RecordedRequest request = local().lastRequest();
        assertThat(request.header("Content-Type")).startsWith("multipart/form-data; boundary=");
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (RecordedPart part : request.parts()) {
            if (part.fileName() != null) {
                form.putObject(part.name())
                        .put("name", part.fileName())
                        .put("type", part.contentType())
                        .put("size", part.size());
            } else if (part.name().endsWith("[]")) {
                form.withArray("/" + part.name()).add(part.text());
            } else {
                assertThat(form.has(part.name())).as(part.name()).isFalse();
                form.put(part.name(), part.text());
            }
        }
        return form;
    }

    @ParameterizedTest
    @EnumSource
    void recording_alone_isAsDocumented(FastRouterGateway gateway) throws Exception {
        String model = "model=openai/whisper-1";
        assertThat(send(uri("transcription", gateway, model), WAV, Map.of()).getException())
                .isNull();
        assertThat(TRANSCRIPTION.violations(form())).isEmpty();

        assertThat(send(uri("translation", gateway, model), WAV, Map.of()).getException())
                .isNull();
        assertThat(TRANSLATION.violations(form())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "srt", "vtt", "verbose_json"})
    void options_all_areAsDocumented(String format) throws Exception {
        for (String temperature : List.of("0", "0.25", "1", "1e-7")) {
            String options = "&responseFormat=" + format + "&temperature=" + temperature + "&prompt=A greeting";
            String granularities = format.equals("verbose_json") ? "&timestampGranularities=word,segment" : "";
            assertThat(send(transcription(options + "&language=en" + granularities), WAV, Map.of())
                            .getException())
                    .isNull();
            assertThat(TRANSCRIPTION.violations(form())).isEmpty();

            String translation = uri("translation", FastRouterGateway.arouter, "model=openai/whisper-1" + options);
            assertThat(send(translation, WAV, Map.of()).getException()).isNull();
            assertThat(TRANSLATION.violations(form())).isEmpty();
        }
    }

    @Test
    void headers_all_areAsDocumented() throws Exception {
        Map<String, Object> headers = Map.of(
                FastRouterConstants.MODEL, "openai/whisper-large-v3",
                FastRouterConstants.LANGUAGE, "en",
                FastRouterConstants.PROMPT, "A greeting",
                FastRouterConstants.RESPONSE_FORMAT, "verbose_json",
                FastRouterConstants.TEMPERATURE, 0,
                FastRouterConstants.TIMESTAMP_GRANULARITIES, List.of("word", "segment"));
        assertThat(send(transcription(""), WAV, headers).getException()).isNull();

        assertThat(TRANSCRIPTION.violations(form())).isEmpty();
        assertThat(form().path("timestamp_granularities[]")).hasSize(2);
    }

    @Test
    void bodies_ofAllKinds_areAsDocumented(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("Grüße \"1\"; a.wav"), WAV);
        for (Object body : List.of(file, file.toFile(), WAV, new ByteArrayInputStream(WAV))) {
            assertThat(send(transcription(""), body, Map.of()).getException()).isNull();
            assertThat(TRANSCRIPTION.violations(form()))
                    .as(body.getClass().getName())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'language':'english' | language",
                "'temperature':'1.1' | temperature",
                "'temperature':0 | temperature",
                "'temperature':'1.0E-7' | temperature",
                "'response_format':'xml' | response_format",
                "'timestamp_granularities':'word' | timestamp_granularities",
                "'timestamp_granularities[]':['word'] | response_format",
                "'response_format':'verbose_json','timestamp_granularities[]':['letter'] | timestamp_granularities",
                "'responseFormat':'text' | responseFormat",
                "'file':{'name':'a','type':'audio/wav','size':1} | name",
                "'file':{'name':'C:\\\\a.wav','type':'audio/wav','size':1} | name",
                "'file':{'name':'a.wav','type':'text/plain','size':1} | type",
                "'file':{'name':'a.wav','size':1} | type",
            })
    void transcription_notAsDocumented_isRefused(String fields, String named) throws Exception {
        String file = fields.contains("'file'") ? "" : ",'file':{'name':'a.wav','type':'audio/wav','size':1}";
        assertThat(TRANSCRIPTION.violations("{'model':'m'" + file + "," + fields + "}"))
                .anyMatch(violation -> violation.contains(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'language':'en' | language",
                "'timestamp_granularities[]':['word'] | timestamp_granularities",
            })
    void translation_notAsDocumented_isRefused(String fields, String named) throws Exception {
        assertThat(TRANSLATION.violations(
                        "{'model':'m','file':{'name':'a.wav','type':'audio/wav','size':1}," + fields + "}"))
                .anyMatch(violation -> violation.contains(named));
    }
}
