package ai.fastrouter.camel.test.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelsTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @Test
    void fastrouter_withoutKey_listsAll() throws Exception {
        HttpResponse<String> response = Call.CLIENT.send(
                HttpRequest.newBuilder(URI.create(GATEWAY.baseUrl() + "/models"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode json = new ObjectMapper().readTree(response.body());
        assertThat(json.path("object").asText()).isEqualTo("list");
        assertThat(json.path("data").findValuesAsText("id"))
                .contains("openai/gpt-4o", "openai/tts-1", "ace-step/prompt-to-audio");
        assertThat(json.at("/data/0/pricing/prompt").isTextual()).isTrue();
    }

    @Test
    void arouter_byDefault_hidesAudioModels() throws Exception {
        assertThat(ids("")).contains("openai/gpt-4o").doesNotContain("openai/tts-1");
        assertThat(ids("?output_modalities=audio")).contains("openai/tts-1").doesNotContain("openai/gpt-4o");
        assertThat(ids("?output_modalities=all")).contains("openai/tts-1", "openai/gpt-4o");
        assertThat(ids("?output_modalities=text%2Caudio&supported_parameters=tools"))
                .contains("openai/gpt-5.4-audio-preview")
                .doesNotContain("openai/whisper-1");
    }

    @Test
    void arouter_withoutKey_isRefused() throws Exception {
        HttpResponse<String> response = Call.CLIENT.send(
                HttpRequest.newBuilder(URI.create(GATEWAY.arouterUrl() + "/models"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(401);
    }

    private static List<String> ids(String query) throws Exception {
        String body = Call.CLIENT
                .send(
                        Call.to(GATEWAY.arouterUrl() + "/models" + query).GET().build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body).path("data").findValuesAsText("id");
    }
}
