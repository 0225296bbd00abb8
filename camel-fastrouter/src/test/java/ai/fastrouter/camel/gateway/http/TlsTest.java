package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static LocalGateway gateway(String certificate) throws Exception {
        LocalGateway gateway = LocalGateway.builder()
                .unchecked()
                .tls(TestTls.context(certificate))
                .start();
        gateway.on().always(Reply.json("{}"));
        return gateway;
    }

    private static HttpSettings trusting(String certificate) {
        return new HttpSettings().sslContextParameters(TestTls.trusting(certificate));
    }

    private static Answer post(TestClient client, LocalGateway gateway) {
        Answer answer = new Answer();
        client.post(gateway.baseUrl() + "/chat/completions", "{}", answer);
        return answer;
    }

    private static void expectTlsFailure(Answer answer, LocalGateway gateway) {
        FastRouterException failure = answer.failed();
        assertThat(failure).isNotInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo("tls_failed");
        assertThat(failure.getMessage()).contains("127.0.0.1:" + gateway.port());
        assertThat(gateway.requestCount()).isZero();
        await().until(() -> gateway.openConnections() == 0);
    }

    @Test
    void trustedCertificate_isAccepted() throws Exception {
        try (LocalGateway gateway = gateway("localhost.p12");
                TestClient client = new TestClient(trusting("localhost.p12"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(post(client, gateway).whole().text()).isEqualTo("{}");
            }
            assertThat(gateway.peakConnections()).isEqualTo(1);
            assertThat(gateway.lastRequest().protocol()).isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void unknownCertificate_isRefused() throws Exception {
        try (LocalGateway gateway = gateway("localhost.p12");
                TestClient client = new TestClient()) {
            expectTlsFailure(post(client, gateway), gateway);
        }
    }

    @Test
    void certificateOfAnotherHost_isRefused() throws Exception {
        try (LocalGateway gateway = gateway("otherhost.p12");
                TestClient client = new TestClient(trusting("otherhost.p12"))) {
            expectTlsFailure(post(client, gateway), gateway);
        }
    }

    @Test
    void certificateOfAnotherHost_isUpToOwnVerifier() throws Exception {
        try (LocalGateway gateway = gateway("otherhost.p12");
                TestClient client =
                        new TestClient(trusting("otherhost.p12").hostnameVerifier((host, session) -> true));
                TestClient strict =
                        new TestClient(trusting("otherhost.p12").hostnameVerifier((host, session) -> false))) {
            expectTlsFailure(post(strict, gateway), gateway);
            post(client, gateway).whole();
        }
    }

    @Test
    void plainServer_isTlsFailure() {
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestClient client = new TestClient()) {
            Answer answer = new Answer();
            client.post(gateway.baseUrl().replace("http:", "https:") + "/chat/completions", "{}", answer);
            assertThat(answer.failed().getCode()).isEqualTo("tls_failed");
        }
    }

    @Test
    void unreadableKeyStore_failsTheStart() {
        SSLContextParameters parameters = TestTls.trusting("absent.p12");
        assertThatThrownBy(() -> new TestClient(new HttpSettings().sslContextParameters(parameters)))
                .hasMessageContaining("TLS settings");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void largeBodies_bothWays_areWhole(boolean http2, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("talk.wav"), new byte[10_000_000]);
        try (LocalGateway gateway = gateway("localhost.p12");
                TestClient client = new TestClient(trusting("localhost.p12").http2(http2))) {
            gateway.onSpeech().always(Reply.generated("audio/mpeg", 10_000_000));
            Answer down = new Answer(50_000) {
                @Override
                void keep(ByteBuffer data) {
                    flow().request(data.remaining());
                    data.position(data.limit());
                }
            };
            client.post(gateway.baseUrl() + "/audio/speech", "{\"model\":\"m\",\"input\":\"x\",\"voice\":\"v\"}", down);
            Answer up = new Answer();
            client.post(
                    gateway.baseUrl() + "/audio/transcriptions",
                    new RequestBody("audio/wav", List.of(new RequestBody.FilePart(file, 10_000_000))),
                    up);

            assertThat(down.whole().received()).isEqualTo(10_000_000);
            up.whole();
            assertThat(gateway.lastRequest().size()).isEqualTo(10_000_000);
            assertThat(gateway.lastRequest().protocol()).isEqualTo(http2 ? "HTTP/2.0" : "HTTP/1.1");
        }
    }

    @Test
    void http2_withoutDemand_stops() throws Exception {
        try (LocalGateway gateway = gateway("localhost.p12");
                TestClient client = new TestClient(trusting("localhost.p12").http2(true))) {
            gateway.onChat().reply(Reply.generated("audio/mpeg", 5_000_000));
            Answer answer = new Answer(0);
            client.post(gateway.baseUrl() + "/chat/completions", "{}", answer);
            answer.awaitHead();
            await().during(java.time.Duration.ofMillis(300)).until(() -> answer.received() < 200_000);

            answer.flow().request(BodyFlow.UNLIMITED);
            assertThat(answer.whole().received()).isEqualTo(5_000_000);
        }
    }

    @Test
    void http2_cancelOfOneCall_leavesTheOthersAlone() throws Exception {
        try (LocalGateway gateway = gateway("localhost.p12");
                TestClient client = new TestClient(trusting("localhost.p12").http2(true))) {
            gateway.onChat().reply(Reply.hang(), Reply.json("{}").delay(java.time.Duration.ofMillis(300)));
            Answer given = new Answer();
            Call call = client.post(gateway.baseUrl() + "/chat/completions", "{}", given);
            await().until(() -> gateway.requestCount() == 1);
            Answer other = post(client, gateway);
            await().until(() -> gateway.requestCount() == 2);

            call.cancel();

            assertThat(given.failed().getCode()).isEqualTo("cancelled");
            other.whole();
        }
    }
}
