package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies of all kinds become turns as the gateways document them. */
class ChatBodiesContractTest extends ContractTestSupport {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final String MODEL = "model=" + OptionCase.MODEL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void image_withText_isAnImagePart(FastRouterGateway gateway) throws Exception {
        JsonNode sent = sent(gateway, MODEL + "&userMessage=What is it?", PNG, Map.of());

        assertThat(sent.at("/messages/0/content/0")).isEqualTo(json("{'type':'text','text':'What is it?'}"));
        assertThat(sent.at("/messages/0/content/1/image_url/url").asText())
                .isEqualTo("data:image/png;base64,iVBORw0KGgoAAAAN");
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void recording_asStream_isAnAudioPart(FastRouterGateway gateway) throws Exception {
        JsonNode sent = sent(
                gateway,
                MODEL,
                new ByteArrayInputStream("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII)),
                Map.of(Exchange.CONTENT_TYPE, "audio/x-wav"));

        assertThat(sent.at("/messages/0/content/0"))
                .isEqualTo(json(
                        "{'type':'input_audio','input_audio':{'data':'UklGRi4uLi5XQVZFZm10IA==','format':'wav'}}"));
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void pdf_asFile_isAFilePart(FastRouterGateway gateway) throws Exception {
        File pdf = Files.writeString(folder.resolve("report.pdf"), "%PDF-1.7\n").toFile();

        JsonNode sent = sent(gateway, MODEL, pdf, Map.of());

        assertThat(sent.at("/messages/0/content/0/file"))
                .isEqualTo(json("{'filename':'report.pdf','file_data':'data:application/pdf;base64,JVBERi0xLjcK'}"));
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void video_asFile_isAVideoPart(FastRouterGateway gateway) throws Exception {
        Path video = Files.write(folder.resolve("clip.mp4"), new byte[] {0, 0, 0, 12, 'f', 't', 'y', 'p'});

        JsonNode sent = sent(gateway, MODEL, video, Map.of());

        assertThat(sent.at("/messages/0/content/0/video_url/url").asText()).startsWith("data:video/mp4;base64,");
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void parts_ofAllKinds_areSentInTheirOrder(FastRouterGateway gateway) throws Exception {
        List<ContentPart> parts = List.of(
                ContentPart.text("Compare"),
                ContentPart.image("https://images.example/a.png", "low"),
                ContentPart.image("https://images.example/b.png"),
                ContentPart.video("https://videos.example/c.mp4"),
                ContentPart.file("d.pdf", "https://files.example/d.pdf"));

        JsonNode sent = sent(gateway, MODEL, parts, Map.of());

        assertThat(sent.at("/messages/0/content").findValuesAsText("type"))
                .containsExactly("text", "image_url", "image_url", "video_url", "file");
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void wholeRequests_inEachForm_areSentAsTheyAre(FastRouterGateway gateway) throws Exception {
        JsonNode expected =
                json("{'messages':[{'role':'developer','content':'Be kind'},{'role':'user','content':'Hello'}],"
                        + "'model':'openai/gpt-4o','temperature':1,'n':2}");
        ChatRequest request = ChatRequest.of(ChatMessage.of("developer", "Be kind"), ChatMessage.user("Hello"))
                .withField("model", "openai/gpt-4o")
                .withField("temperature", 1)
                .withField("n", 2);

        assertThat(sent(gateway, MODEL, request, Map.of())).isEqualTo(expected);
        assertThat(sent(gateway, MODEL, request.toMap(), Map.of())).isEqualTo(expected);
        assertThat(sent(gateway, MODEL, expected.toString(), Map.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void toolConversation_twoTurns_isValidInBoth(FastRouterGateway gateway) throws Exception {
        String uri = chat(gateway, MODEL + "&conversation=true&tools=RAW([" + OptionCases.TOOL + "])");
        Exchange first = send(uri, "What is the weather in Oslo?", Map.of());
        assertThat(first.getException()).isNull();
        Exchange second = new DefaultExchange(context);
        second.getMessage().setHeaders(first.getMessage().getHeaders());
        second.getMessage().setBody("4 degrees, rain");
        template.send(uri, second);

        assertThat(second.getException()).isNull();
        for (RecordedRequest request : local().requests()) {
            assertThat(ChatContract.violations(request.json(), gateway)).isEmpty();
        }
        assertThat(local().lastRequest().json().path("messages").findValuesAsText("role"))
                .containsExactly("user", "assistant", "tool");
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void spokenAnswer_inAConversation_isReferredToByItsId(FastRouterGateway gateway) throws Exception {
        local().onChat().reply(Reply.json("""
                        {"id":"c1","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null,
                         "audio":{"id":"audio_7","data":"AAAA","expires_at":1900000000,"transcript":"Hi"},
                         "reasoning":"short","reasoning_details":[{"type":"reasoning.encrypted","data":"x"}]}}]}"""));
        String uri = chat(gateway, MODEL + "&conversation=true&audioVoice=nova");
        Exchange first = send(uri, "Say: Hi", Map.of());

        JsonNode sent = sent(gateway, uri, "Again", first.getMessage().getHeaders());

        assertThat(sent.at("/messages/1"))
                .isEqualTo(json("{'role':'assistant','content':null,'audio':{'id':'audio_7'},"
                        + "'reasoning_details':[{'type':'reasoning.encrypted','data':'x'}]}"));
        assertThat(first.getMessage().getHeader(FastRouterConstants.TRANSCRIPT)).isEqualTo("Hi");
    }

    private JsonNode sent(FastRouterGateway gateway, String options, Object body, Map<String, Object> headers)
            throws Exception {
        String uri = options.startsWith("fastrouter:") ? options : chat(gateway, options);
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        JsonNode sent = local().lastRequest().json();
        assertThat(ChatContract.violations(sent, gateway)).isEmpty();
        return sent;
    }

    private static JsonNode json(String text) {
        return OptionCase.of("", "").sends(text).sent();
    }
}
