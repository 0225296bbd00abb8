package ai.fastrouter.camel.test.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.RequestMatcher;
import ai.fastrouter.camel.test.Stub;
import ai.fastrouter.camel.test.client.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/chat/completions | {'model':'openai/gpt-4o'} | messages is required",
                "/chat/completions | {'model':'ace-step/prompt-to-audio'} | prompt is required",
                "/audio/speech | {'model':'openai/tts-1'} | input is required",
                "/audio/transcriptions | {'model':'openai/whisper-1'} | Content-Type must be multipart/form-data",
                "/getPromptToAudioResponse | {'model':'ace-step/prompt-to-audio'} | url is required",
            })
    void request_wrong_isRefusedAndUsesUpNoScript(String path, String json, String message) throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            Stub stub = gateway.on(RequestMatcher.any()).always(Reply.json("{}"));
            HttpResponse<String> response = Call.post(gateway.baseUrl() + path, json.replace('\'', '"'));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(response.body()).contains(message);
            assertThat(response.headers().firstValue("x-request-id")).isPresent();
            assertThat(stub.calls()).isZero();
            assertThat(gateway.requests()).hasSize(1);
        }
    }

    @Test
    void request_wrong_isRefusedBeforeScriptedErrorsAndFaults() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.onChat().reply(Reply.error(503, Envelope.E1, "busy"), Reply.dropConnection());
            String url = gateway.baseUrl() + "/chat/completions";
            assertThat(Call.post(url, "{}").statusCode()).isEqualTo(400);
            assertThat(Call.chat(gateway, "hello").statusCode()).isEqualTo(503);
            assertThat(Call.post(url, "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void key_missing_isRefusedWhateverIsScripted() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.onChat().always(Reply.chat("never"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/chat/completions"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(Call.chatJson("hello", false)))
                    .build();
            assertThat(Call.CLIENT
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void unknownPath_scripted_isAnswered() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.on(RequestMatcher.any()).always(Reply.json("{\"new\":true}"));
            assertThat(Call.post(gateway.baseUrl() + "/embeddings", "no JSON").body())
                    .isEqualTo("{\"new\":true}");
        }
    }

    @Test
    void unchecked_scripted_isAnsweredAndTheRestIsRefused() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start()) {
            gateway.onChat().reply(Reply.chat("scripted"), Reply.byDefault());
            String url = gateway.baseUrl() + "/chat/completions";
            assertThat(Call.post(url, "{}").body()).contains("scripted");
            assertThat(Call.post(url, "{}").statusCode()).isEqualTo(400);
            assertThat(Call.post(url, "{}").statusCode()).isEqualTo(400);
        }
    }
}
