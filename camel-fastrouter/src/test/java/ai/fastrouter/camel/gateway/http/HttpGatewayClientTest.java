package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpGatewayClientTest {

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final TestClient client = new TestClient();

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private String chat() {
        return gateway.baseUrl() + "/chat/completions";
    }

    @Test
    void post_json_arrivesWhole() {
        gateway.onChat().reply(Reply.json("{\"a\":1}").header("x-request-id", "req-7"));

        Answer answer = new Answer();
        client.post(chat(), "{\"model\":\"m\",\"x\":\"é\"}", answer);

        assertThat(answer.whole().text()).isEqualTo("{\"a\":1}");
        assertThat(answer.head().status()).isEqualTo(200);
        assertThat(answer.head().isJson()).isTrue();
        assertThat(answer.head().mediaType()).isEqualTo("application/json");
        assertThat(answer.head().contentLength()).isEqualTo(7);
        assertThat(answer.head().requestId()).isEqualTo("req-7");
        assertThat(answer.head().headers()).containsEntry("x-request-id", "req-7");
        RecordedRequest request = gateway.lastRequest();
        assertThat(request.body()).isEqualTo("{\"model\":\"m\",\"x\":\"é\"}");
    }

    @Test
    void get_noBody_sendsNone() {
        gateway.on().reply(Reply.json("{\"data\":[]}"));

        Answer answer = new Answer();
        client.get(gateway.baseUrl() + "/models?output_modalities=audio", TestClient.PATIENT, answer);

        assertThat(answer.whole().head().status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"data\":[]}");
        assertThat(gateway.lastRequest().method()).isEqualTo("GET");
        assertThat(gateway.lastRequest().query()).isEqualTo("output_modalities=audio");
        assertThat(gateway.lastRequest().size()).isZero();
        assertThat(gateway.lastRequest().header("Content-Length")).isNull();
    }

    @Test
    void response_receivedInSmallDemands_isWhole() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 1_000_000));
        Answer answer = new Answer(1000) {
            @Override
            void keep(ByteBuffer data) {
                flow().request(data.remaining());
                data.position(data.limit());
            }
        };
        client.post(chat(), "{}", answer);

        assertThat(answer.whole().received()).isEqualTo(1_000_000);
    }
}
