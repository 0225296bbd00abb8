package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {

    private static HttpSettings through(TestProxy proxy) {
        return new HttpSettings()
                .proxy("127.0.0.1", proxy.port())
                .sslContextParameters(TestTls.trusting("localhost.p12"));
    }

    private static Answer post(TestClient client, String url) {
        Answer answer = new Answer();
        client.post(url, "{}", answer);
        return answer;
    }

    @Test
    void https_isTunnelled_andCredentialsStayApart() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                        .unchecked()
                        .tls(TestTls.context("localhost.p12"))
                        .start();
                TestProxy proxy = new TestProxy("alice", "wonder:land", 0);
                TestClient client = new TestClient(through(proxy).proxyAuthentication("alice", "wonder:land"))) {
            gateway.on().always(Reply.json("{}"));
            String url = gateway.baseUrl().replace("127.0.0.1", "localhost") + "/chat/completions";
            for (int i = 0; i < 3; i++) {
                assertThat(post(client, url).whole().head().status()).isEqualTo(200);
            }

            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT localhost:" + gateway.port());
            assertThat(proxy.heads().get(0)).doesNotContain("sk-test-key").contains("camel-fastrouter");
            assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer sk-test-key");
            assertThat(gateway.lastRequest().header("Proxy-Authorization")).isNull();
        }
    }

    /** Closes the connection of the second round after a call was given it and before it writes. */
    private static HttpSettings closingSecond(HttpSettings settings) {
        AtomicInteger rounds = new AtomicInteger();
        return settings.httpClientConfigurer(builder ->
                builder.addExecInterceptorLast("close", (request, body, scope, chain, callback) -> {
                    if (rounds.incrementAndGet() == 2) {
                        scope.execRuntime.disconnectEndpoint();
                        assertThat(scope.execRuntime.isEndpointConnected()).isFalse();
                    }
                    chain.proceed(request, body, scope, callback);
                }));
    }

    @Test
    void tunnelClosedBeforeTheRequest_isMadeAnew_andNothingGoesOutInClear() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                        .unchecked()
                        .tls(TestTls.context("localhost.p12"))
                        .start();
                TestProxy proxy = new TestProxy(null, null, 0);
                TestClient client = new TestClient(closingSecond(through(proxy)))) {
            gateway.on().always(Reply.json("{}"));
            String url = gateway.baseUrl().replace("127.0.0.1", "localhost") + "/chat/completions";
            post(client, url).whole();
            post(client, url).whole();

            assertThat(proxy.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head).startsWith("CONNECT ").doesNotContain("sk-test-key"));
            assertThat(gateway.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void newTunnelClosedBeforeTheRequest_failsTheCall_andNothingGoesOutInClear() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                        .unchecked()
                        .tls(TestTls.context("localhost.p12"))
                        .start();
                TestProxy proxy = new TestProxy(null, null, 0);
                TestClient client = new TestClient(closingSecond(through(proxy)))) {
            gateway.on().always(Reply.json("{}").header("Connection", "close"));
            String url = gateway.baseUrl().replace("127.0.0.1", "localhost") + "/chat/completions";
            post(client, url).whole();
            FastRouterException failure = post(client, url).failed();

            assertThat(failure).isInstanceOf(FastRouterTransientException.class);
            assertThat(failure.getCode()).isEqualTo("connect_failed");
            assertThat(failure.getMessage()).contains("localhost:" + gateway.port(), "closed");

            assertThat(proxy.heads())
                    .allSatisfy(head -> assertThat(head).startsWith("CONNECT ").doesNotContain("sk-test-key"));
            assertThat(gateway.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void http_isForwarded() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestProxy proxy = new TestProxy("alice", "secret", 0);
                TestClient client = new TestClient(through(proxy).proxyAuthentication("alice", "secret"))) {
            gateway.on().always(Reply.json("{}"));
            assertThat(post(client, gateway.baseUrl() + "/chat/completions")
                            .whole()
                            .head()
                            .status())
                    .isEqualTo(200);

            assertThat(proxy.heads()).singleElement().asString().startsWith("POST " + gateway.baseUrl());
        }
    }

    @Test
    void wrongCredentials_areTheProxysRefusal() throws Exception {
        try (TestProxy proxy = new TestProxy("alice", "secret", 0);
                TestClient client = new TestClient(through(proxy).proxyAuthentication("alice", "wrong"))) {
            FastRouterException failure = post(client, "https://localhost:1/v1").failed();

            assertThat(failure).isNotInstanceOf(FastRouterTransientException.class);
            assertThat(failure.getCode()).isEqualTo("proxy_refused");
            assertThat(failure.getStatus()).isZero();
            assertThat(failure.getMessage()).contains("localhost:1", "407").doesNotContain("wrong");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void brokenProxy_isTransient() throws Exception {
        try (TestProxy proxy = new TestProxy(null, null, 503);
                TestClient client = new TestClient(through(proxy))) {
            FastRouterException failure = post(client, "https://localhost:1/v1").failed();

            assertThat(failure).isInstanceOf(FastRouterTransientException.class);
            assertThat(failure.getCode()).isEqualTo("connect_failed");
            assertThat(failure.getMessage()).contains("503");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silentProxy_cancelOrConnectTimeout_endsTheCallAndTheConnection(boolean cancelled) throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer silent = new RawServer(socket -> {
                    RawServer.readHead(socket);
                    self[0].silence(socket);
                });
                TestClient client = new TestClient(new HttpSettings().proxy("127.0.0.1", silent.port()))) {
            self[0] = silent;
            Answer answer = new Answer();
            Call call = client.get(
                    "https://localhost:1/v1", new Timeouts(cancelled ? 30_000 : 500, 30_000, 30_000, 0), answer);
            if (cancelled) {
                await().atMost(20, TimeUnit.SECONDS).until(() -> silent.accepted() == 1);
                call.cancel();
            }

            assertThat(answer.failed().getCode()).isEqualTo(cancelled ? "cancelled" : "connect_timeout");
            await().atMost(20, TimeUnit.SECONDS).until(() -> silent.closedByClient() + silent.ended() > 0);
        }
    }

    @Test
    void nonProxyHosts_areReachedDirectly() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestProxy proxy = new TestProxy(null, null, 403);
                TestClient client = new TestClient(through(proxy).nonProxyHosts("*.example, 127.0.0.*|other"))) {
            gateway.on().always(Reply.json("{}"));
            post(client, gateway.baseUrl() + "/chat/completions").whole();

            assertThat(proxy.heads()).isEmpty();
        }
    }
}
