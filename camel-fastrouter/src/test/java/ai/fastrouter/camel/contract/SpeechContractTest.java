package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech requests are as documented: {@code contract/speech-request.schema.json}. */
class SpeechContractTest extends ContractTestSupport {

    private static final Contract SPEECH = Contract.of("speech-request");

    private static String speech(FastRouterGateway gateway, String options) {
        return uri("speech", gateway, "model=openai/tts-1&voice=nova" + options);
    }

    private static void checkSent() {
        assertThat(local().requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(SPEECH.violations(request.json())).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void text_alone_isAsDocumented(FastRouterGateway gateway) throws Exception {
        assertThat(send(speech(gateway, ""), "Good morning", Map.of()).getException())
                .isNull();
        checkSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "opus", "aac", "flac", "wav", "pcm"})
    void options_all_areAsDocumented(String format) throws Exception {
        for (String speed : List.of("0.25", "1", "4.0")) {
            String options = "&responseFormat=" + format + "&speed=" + speed + "&instructions=softly";
            assertThat(send(speech(FastRouterGateway.arouter, options), "Hi", Map.of())
                            .getException())
                    .isNull();
        }
        checkSent();
    }

    @Test
    void headers_all_areAsDocumented() throws Exception {
        Map<String, Object> headers = Map.of(
                FastRouterConstants.MODEL, "openai/tts-1-hd",
                FastRouterConstants.VOICE, "onyx",
                FastRouterConstants.RESPONSE_FORMAT, "wav",
                FastRouterConstants.SPEED, 2,
                FastRouterConstants.INSTRUCTIONS, "softly",
                FastRouterConstants.SPEECH_TEXT, "Hi");
        assertThat(send(speech(FastRouterGateway.arouter, ""), null, headers).getException())
                .isNull();
        checkSent();
    }

    @Test
    void parts_ofALongText_areAsDocumented() throws Exception {
        String text = "Twelve words make up this sentence, which is said again and again. ".repeat(200);
        assertThat(send(speech(FastRouterGateway.arouter, "&splitInput=true"), text, Map.of())
                        .getException())
                .isNull();
        assertThat(local().requests()).hasSizeGreaterThan(2);
        checkSent();
        assertThat(local().requests()).extracting(RecordedRequest::path).containsOnly("/v1/audio/speech");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'speed':0.2 | speed",
                "'speed':'1' | speed",
                "'response_format':'ogg' | response_format",
                "'responseFormat':'mp3' | responseFormat",
                "'input':'' | input",
                "'voice':{} | voice"
            })
    void contract_refusesWhatIsNotDocumented(String fields, String named) throws Exception {
        String json = "{'model':'m','input':'Hi','voice':'nova'," + fields + "}";
        assertThat(SPEECH.violations(json))
                .isNotEmpty()
                .anySatisfy(violation -> assertThat(violation).contains(named));
    }
}
