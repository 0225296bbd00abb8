package ai.fastrouter.camel.test.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.LocalGatewayBuilder;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.RawClient;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void keepAlive_manyRequests_shareOneConnection() throws Exception {
        try (LocalGateway gateway = LocalGateway.start();
                RawClient client = new RawClient(gateway)) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.chat(false).answer()).contains("Hello!");
            }
            assertThat(gateway.requests()).hasSize(50);
            assertThat(gateway.requests().stream().map(RecordedRequest::connection))
                    .containsOnly(gateway.lastRequest().connection());
            assertThat(gateway.peakConnections()).isEqualTo(1);
        }
    }

    @Test
    void pipelining_answersComeInOrder() throws Exception {
        try (LocalGateway gateway = LocalGateway.start();
                RawClient client = new RawClient(gateway)) {
            gateway.onChat().reply(Reply.chat("first").delay(Duration.ofMillis(100)), Reply.chat("second"));
            client.chat(false).chat(false);
            assertThat(client.answer()).contains("first");
            assertThat(client.answer()).contains("second");
        }
    }

    @Test
    void expectContinue_isAnswered() throws Exception {
        try (LocalGateway gateway = LocalGateway.start();
                RawClient client = new RawClient(gateway)) {
            String json = Call.chatJson("hello", false);
            client.send("POST /api/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
                    + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: " + json.length()
                    + "\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 100");
            client.send(json);
            assertThat(client.answer()).contains("Hello!");
        }
    }

    @Test
    void connectionClose_isHonoured() throws Exception {
        try (LocalGateway gateway = LocalGateway.start();
                RawClient client = new RawClient(gateway)) {
            client.send("GET /api/v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.head()).contains("200").containsIgnoringCase("connection: close");
            assertThat(client.rest()).isNotEmpty();
        }
    }

    @Test
    void client_leavingWhileItWaits_isNoticed() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.onChat().reply(Reply.hang());
            RawClient client = new RawClient(gateway).chat(false);
            RecordedRequest request = gateway.takeRequest(SOON);
            assertThat(request.disconnected()).isFalse();
            client.close();
            Awaitility.await().atMost(SOON).until(request::disconnected);
            Awaitility.await().atMost(SOON).until(() -> gateway.openConnections() == 0);
            assertThat(gateway.activeRequests()).isZero();
        }
    }

    @Test
    void client_leavingAStream_isNoticed() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.onChat().reply(Reply.stream("a", "b", "c", "d", "e").stallAfter(300));
            RawClient client = new RawClient(gateway).chat(true);
            client.head();
            client.packet();
            client.close();
            RecordedRequest request = gateway.takeRequest(SOON);
            Awaitility.await().atMost(SOON).until(request::disconnected);
            assertThat(request.answered()).isFalse();
        }
    }

    @Test
    void client_leavingWhileItSends_isJournalledAsIncomplete() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            RawClient client = new RawClient(gateway)
                    .send("POST /api/v1/audio/speech HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
            Awaitility.await().atMost(SOON).until(() -> gateway.activeRequests() == 1);
            client.close();
            RecordedRequest request = gateway.takeRequest(SOON);
            assertThat(request.complete()).isFalse();
            assertThat(request.disconnected()).isTrue();
            assertThat(request.size()).isEqualTo(4);
        }
    }

    @Test
    void answered_whole_isNotADisconnect() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            RawClient client = new RawClient(gateway).chat(false);
            client.answer();
            client.close();
            Awaitility.await().atMost(SOON).until(() -> gateway.openConnections() == 0);
            assertThat(gateway.lastRequest().answered()).isTrue();
            assertThat(gateway.lastRequest().disconnected()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void gateway_endingTheConnection_isNotADisconnect(Reply ending) throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            gateway.onChat().reply(ending);
            try (RawClient client = new RawClient(gateway).chat(false)) {
                assertThat(client.socket.getInputStream())
                        .satisfies(in -> assertThatCode(in::readAllBytes)
                                .satisfiesAnyOf(
                                        end -> assertThat(end).isNull(),
                                        end -> assertThat(end).isInstanceOf(SocketException.class)));
            }
            Awaitility.await().atMost(SOON).until(() -> gateway.activeRequests() == 0);
            assertThat(gateway.lastRequest().answered()).isFalse();
            assertThat(gateway.lastRequest().disconnected()).isFalse();
        }
    }

    static Stream<Reply> endings() {
        return Stream.of(
                Reply.dropConnection(),
                Reply.resetConnection(),
                Reply.chat("x").cutAfter(10),
                Reply.chat("x").resetAfter(10),
                Reply.json("{}").header("Content-Length", "10"));
    }

    @Test
    void gateway_closed_isNotADisconnect() throws Exception {
        LocalGateway gateway = LocalGateway.start();
        gateway.onChat().reply(Reply.hang());
        try (RawClient client = new RawClient(gateway).chat(false)) {
            RecordedRequest request = gateway.takeRequest(SOON);
            gateway.close();
            Awaitility.await().atMost(SOON).until(() -> gateway.activeRequests() == 0);
            assertThat(request.disconnected()).isFalse();
            assertThat(client.socket.isClosed()).isFalse();
        }
    }

    @Test
    void apiKey_wrongOrMissing_is401() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().apiKey("sk-v1-local").start();
                RawClient client = new RawClient(gateway)) {
            assertThat(client.chat(false).answer()).contains("authentication_error", "invalid_api_key");
            client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void path_unknownOrMethodWrong_isRefused() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            assertThat(Call.post(gateway.baseUrl() + "/nothing", "{}").statusCode())
                    .isEqualTo(404);
            var response = Call.post(gateway.baseUrl() + "/models", "{}");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("allow")).hasValue("GET");
        }
    }

    @Test
    void takeRequest_nothingCame_fails() {
        try (LocalGateway gateway = LocalGateway.start()) {
            assertThatThrownBy(() -> gateway.takeRequest(Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no further request");
            assertThatThrownBy(gateway::lastRequest).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void port_taken_failsWithItsNumber() {
        try (LocalGateway gateway = LocalGateway.start()) {
            LocalGatewayBuilder second = LocalGateway.builder().port(gateway.port());
            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Cannot listen on port " + gateway.port());
        }
    }

    @Test
    void startAndClose_manyTimes_areQuickAndLeaveNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            try (LocalGateway gateway =
                    LocalGateway.builder().latency(Duration.ofMillis(1)).start()) {
                try (RawClient client = new RawClient(gateway).chat(false)) {
                    client.answer();
                }
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> !before.contains(thread))
                                .map(Thread::getName)
                                .filter(name -> name.startsWith("server-") || name.startsWith("local-gateway")))
                        .isEmpty());
    }
}
