package ai.fastrouter.camel.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.ChatReply;
import ai.fastrouter.camel.test.LineEnding;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.RawClient;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamFaultTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final LocalGateway gateway = GATEWAY.gateway();

    @Test
    void lineEnding_set_isUsedEverywhere() throws Exception {
        assertThat(stream(reply -> reply.lineEnding(LineEnding.CRLF))).endsWith("}\r\n\r\ndata: [DONE]\r\n\r\n");
        assertThat(stream(reply -> reply.lineEnding(LineEnding.CR)))
                .endsWith("data: [DONE]\r\r")
                .doesNotContain("\n");
    }

    @Test
    void multiLineData_spreadsAPayload() throws Exception {
        assertThat(stream(ChatReply::multiLineData))
                .contains("data: {\ndata:   \"id\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void bom_comesFirst() throws Exception {
        assertThat(stream(ChatReply::bom)).startsWith("\uFEFFdata: {");
    }

    @Test
    void comments_standBetweenEvents() throws Exception {
        assertThat(stream(ChatReply::comments)).contains(": keep-alive\n\n", "event: message\nid: 1\nretry: 1000\n");
    }

    @Test
    void splitUtf8_partsInsideACharacter() throws Exception {
        gateway.onChat().reply(Reply.stream("Zürich").splitUtf8());
        try (RawClient client = new RawClient(gateway).chat(true)) {
            client.head();
            client.chunk();
            assertThat(client.chunk()).endsWith('Z', 0xC3);
            assertThat(client.chunk()).startsWith(0xBC);
        }
    }

    @Test
    void splitFrames_partsInsideAnEvent() throws Exception {
        gateway.onChat().reply(Reply.sse("{\"a\":1}").splitFrames());
        try (RawClient client = new RawClient(gateway).chat(true)) {
            client.head();
            assertThat(client.chunk()).asString(StandardCharsets.UTF_8).isEqualTo("data: {");
            assertThat(client.chunk()).asString(StandardCharsets.UTF_8).isEqualTo("\"a\":1}\n\n");
        }
    }

    @Test
    void halfFrame_endsInsideTheLastDelta() throws Exception {
        String body = stream(ChatReply::halfFrame);
        assertThat(body).contains("\"one\"").doesNotContain("\"two\"").doesNotContain("DONE");
        assertThat(body.substring(body.lastIndexOf("data: "))).doesNotContain("\n");
    }

    @Test
    void withoutDone_endsAfterTheFinishChunk() throws Exception {
        assertThat(stream(ChatReply::withoutDone)).endsWith("\"finish_reason\":\"stop\"}]}\n\n");
    }

    @Test
    void withoutFinish_endsAfterTheText() throws Exception {
        assertThat(stream(ChatReply::withoutFinish)).endsWith("\"finish_reason\":null}]}\n\n");
    }

    @Test
    void holdOpenAfterDone_keepsTheAnswerOpen() throws Exception {
        gateway.onChat().reply(Reply.stream("one").holdOpenAfterDone());
        try (RawClient client = new RawClient(gateway).chat(true)) {
            client.head();
            String chunk;
            do {
                chunk = new String(client.chunk(), StandardCharsets.UTF_8);
            } while (!chunk.endsWith("data: [DONE]\n\n"));
            client.socket.setSoTimeout(150);
            assertThatThrownBy(client::packet).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void errorEvent_replacesTheEnd() throws Exception {
        assertThat(stream(reply -> reply.errorEvent("{\"error\":{\"message\":\"lost\"}}")))
                .endsWith("data: {\"error\":{\"message\":\"lost\"}}\n\n");
    }

    @Test
    void finishReason_error_isTold() throws Exception {
        assertThat(stream(reply -> reply.finishReason("error"))).contains("\"finish_reason\":\"error\"");
    }

    @Test
    void usage_on_isToldUnasked() throws Exception {
        assertThat(stream(reply -> reply.usage(true))).contains("\"choices\":[],\"usage\":{");
    }

    @Test
    void json_toAStreamRequest_isJson() throws Exception {
        gateway.onChat().reply(Reply.json("{\"id\":\"1\"}"));
        HttpResponse<String> response = Call.stream(gateway, "x");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void wholeToolCalls_comeInTheLastChunk() throws Exception {
        gateway.onChat().reply(Reply.toolCall("wx", "{\"city\":\"Oslo\"}").wholeToolCalls());
        String body = Call.stream(gateway, "x").body();
        assertThat(body).contains("\"arguments\":\"{\\\"city\\\":\\\"Oslo\\\"}\"}}]},\"finish_reason\":\"tool_calls\"");
    }

    @Test
    void sse_hugeLine_isSentWhole() throws Exception {
        String payload = "{\"x\":\"" + "y".repeat(3_000_000) + "\"}";
        gateway.onChat().reply(Reply.sse(payload));
        assertThat(Call.stream(gateway, "x").body()).isEqualTo("data: " + payload + "\n\ndata: [DONE]\n\n");
    }

    private String stream(UnaryOperator<ChatReply> change) throws Exception {
        gateway.onChat().reply(change.apply(Reply.stream("one", "two")));
        HttpResponse<String> response = Call.stream(gateway, "x");
        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
        return response.body();
    }
}
