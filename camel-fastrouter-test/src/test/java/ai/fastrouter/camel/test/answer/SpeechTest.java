package ai.fastrouter.camel.test.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.RawClient;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void speech_anyFormat_canBeHeardAgain(AudioFormat format) throws Exception {
        HttpResponse<byte[]> response =
                speak("{\"model\":\"openai/tts-1\",\"voice\":\"nova\",\"input\":\"Hello you\",\"response_format\":\""
                        + format.wireName() + "\",\"speed\":2}");
        assertThat(response.headers().firstValue("content-type")).hasValue(format.contentType());
        assertThat(response.headers().firstValue("content-length")).isEmpty();
        assertThat(Voice.hear(new ByteArrayInputStream(response.body()))).hasValue("Hello you");
    }

    @Test
    void speech_noFormat_isMp3() throws Exception {
        HttpResponse<byte[]> response = speak("{\"model\":\"openai/tts-1\",\"voice\":\"nova\",\"input\":\"Hi\"}");
        assertThat(response.headers().firstValue("content-type")).hasValue("audio/mpeg");
    }

    @Test
    void speech_paced_firstBytesComeWhileItSpeaks() throws Exception {
        try (LocalGateway slow =
                        LocalGateway.builder().chunkDelay(Duration.ofMillis(50)).start();
                RawClient client = new RawClient(slow)) {
            client.post(
                    "/api/v1/audio/speech",
                    "{\"model\":\"m\",\"voice\":\"nova\",\"input\":\"A longer text to say\",\"response_format\":\"wav\"}");
            client.head();
            assertThat(client.packet()).isNotEmpty();
            assertThat(slow.activeRequests()).isEqualTo(1);
        }
    }

    @Test
    void speech_sse_comesAsEvents() throws Exception {
        String body = Call.post(
                        GATEWAY.baseUrl() + "/audio/speech",
                        "{\"model\":\"m\",\"voice\":\"nova\",\"input\":\"Hi\",\"response_format\":\"pcm\",\"stream_format\":\"sse\"}")
                .body();
        assertThat(body).startsWith("event: speech.audio.delta\ndata: {").contains("event: speech.audio.done\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'voice':'v','input':'x'} | model is required",
                "{'model':'m','input':'x'} | voice is required",
                "{'model':'m','voice':'v'} | input is required",
                "{'model':'m','voice':'v','input':''} | input must be a text that is not blank",
                "{'model':'m','voice':'v','input':'x','speed':5} | speed must be a number from 0.25 to 4",
                "{'model':'m','voice':'v','input':'x','response_format':'midi'} | response_format must be one of",
                "{'model':'m','voice':{},'input':'x'} | voice.id is required",
            })
    void field_wrong_isRefusedByName(String json, String message) throws Exception {
        HttpResponse<String> response = Call.post(GATEWAY.baseUrl() + "/audio/speech", json.replace('\'', '"'));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(message);
    }

    @Test
    void input_over4096Characters_isRefused() throws Exception {
        String json = "{\"model\":\"m\",\"voice\":\"v\",\"input\":\"" + "é".repeat(4097) + "\"}";
        assertThat(Call.post(GATEWAY.baseUrl() + "/audio/speech", json).body()).contains("at most 4096 characters");
    }

    private static HttpResponse<byte[]> speak(String json) throws Exception {
        return Call.CLIENT.send(
                Call.to(GATEWAY.baseUrl() + "/audio/speech")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
