package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLossTest {

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private final TestClient client = new TestClient();

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private Answer post(String url) {
        Answer answer = new Answer();
        client.post(url, "{}", answer);
        return answer;
    }

    private static void expectLost(FastRouterException failure, int status) {
        assertThat(failure).isInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo("connection_lost");
        assertThat(failure.getStatus()).isEqualTo(status);
        assertThat(failure.getMessage()).contains("127.0.0.1:").doesNotContain("sk-test-key");
    }

    @Test
    void beforeHead_closed_isLostAndNotSentAgain() {
        gateway.onChat().reply(Reply.dropConnection());

        expectLost(post(chat).failed(), 0);
        assertThat(gateway.requestCount()).isEqualTo(1);
    }

    @Test
    void beforeHead_reset_isLostAndNotSentAgain() {
        gateway.onChat().reply(Reply.resetConnection());

        expectLost(post(chat).failed(), 0);
        assertThat(gateway.requestCount()).isEqualTo(1);
    }

    @Test
    void beforeHead_closedOnReusedConnection_isNotSentAgainEither() {
        gateway.onChat().reply(Reply.json("{}"), Reply.dropConnection());
        post(chat).whole();

        expectLost(post(chat).failed(), 0);
        assertThat(gateway.requestCount()).isEqualTo(2);
    }

    @Test
    void inHead_cut_isInvalidResponse() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Le");
        })) {
            FastRouterException failure = post(server.url()).failed();
            assertThat(failure).isInstanceOf(FastRouterTransientException.class);
            assertThat(failure.getCode()).isEqualTo("invalid_response");
        }
    }

    @Test
    void inBody_cut_isLostAfterWhatArrived() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 10_000).cutAfter(3_000));

        Answer answer = post(chat);
        expectLost(answer.failed(), 200);
        assertThat(answer.received()).isEqualTo(3_000);
    }

    @Test
    void inBody_reset_isLost() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 10_000).resetAfter(3_000));

        expectLost(post(chat).failed(), 200);
    }

    @Test
    void chunkedBody_cut_isLost() {
        gateway.onChat()
                .reply(Reply.generated("audio/mpeg", 10_000).lengthUnknown().cutAfter(3_000));

        expectLost(post(chat).failed(), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\r\nhel", "5\r\nhello\r\n", "5\r\nhello\r\nxyz\r\n", "5\r\nhelloworld\r\n0\r\n\r\n"})
    void chunkedBody_brokenOrCut_isNeverAShortSuccess(String body) throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
        })) {
            expectLost(post(server.url()).failed(), 200);
        }
    }

    @Test
    void garbageInsteadOfHttp_isInvalidResponse() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        })) {
            FastRouterException failure = post(server.url()).failed();
            assertThat(failure.getCode()).isEqualTo("invalid_response");
            assertThat(failure).isInstanceOf(FastRouterTransientException.class).hasNoCause();
            assertThat(failure.getMessage()).contains("127.0.0.1:" + server.port());
        }
    }

    @Test
    void nobodyListens_isConnectFailed() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        FastRouterException failure =
                post("http://127.0.0.1:" + port + "/v1?secret=1").failed();

        assertThat(failure).isInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo("connect_failed");
        assertThat(failure.getMessage()).contains("127.0.0.1:" + port).doesNotContain("secret");
        assertThat(failure.getModel()).isEqualTo("openai/gpt-4o-mini");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inTlsHandshake_cut_isConnectFailed(boolean reset) throws Exception {
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read(new byte[5000]);
            if (reset) {
                RawServer.reset(socket);
            }
        })) {
            FastRouterException failure = post(server.secureUrl()).failed();

            assertThat(failure).isInstanceOf(FastRouterTransientException.class);
            assertThat(failure.getCode()).isEqualTo("connect_failed");
            assertThat(failure.getMessage())
                    .contains("127.0.0.1:" + server.port())
                    .doesNotContain("null");
        }
    }

    @Test
    void noSuchHost_isUnknownHost() {
        HttpSettings settings = new HttpSettings().dnsResolver(new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException(host);
            }
        });
        Answer answer = new Answer();
        try (TestClient elsewhere = new TestClient(settings)) {
            elsewhere.get("https://no-such-host.invalid/v1", new Timeouts(10_000, 0, 0, 0), answer);
            answer.failed();
        }

        FastRouterException failure = answer.failed();
        assertThat(failure).isInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo("unknown_host");
        assertThat(failure.getMessage()).contains("no-such-host.invalid");
    }
}
