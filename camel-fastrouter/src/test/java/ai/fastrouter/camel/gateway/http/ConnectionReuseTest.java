package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionReuseTest {

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private TestClient client = new TestClient();

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private Answer post(String url) {
        Answer answer = new Answer();
        client.post(url, "{}", answer);
        return answer.whole();
    }

    private long connections() {
        return gateway.requests().stream()
                .map(RecordedRequest::connection)
                .distinct()
                .count();
    }

    @Test
    void wholeAnswers_oneAfterTheOther_shareOneConnection() {
        gateway.onChat()
                .reply(
                        Reply.json("{}"),
                        Reply.json(429, "{}"),
                        Reply.json("{}").lengthUnknown(),
                        Reply.generated("audio/mpeg", 300_000),
                        Reply.json("{}").gzip(),
                        Reply.empty(204),
                        Reply.json("{}"));

        for (int i = 0; i < 7; i++) {
            post(chat);
        }

        assertThat(gateway.requestCount()).isEqualTo(7);
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void connectionClosedWhileIdle_isReplacedUnnoticed() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer(socket -> {
            answerOnce(socket, "");
            socket.shutdownOutput();
            self[0].silence(socket);
        })) {
            self[0] = server;
            for (int i = 1; i <= 5; i++) {
                post(server.url());
                int closed = i;
                // the client has heard the farewell when it says its own
                await().until(() -> server.closedByClient() == closed);
            }
            assertThat(server.accepted()).isEqualTo(5);
        }
    }

    /** Breaks chosen runs of exchanges after they were given a connection and before they write. */
    private void breaking(IntPredicate broken) {
        client.close();
        AtomicInteger runs = new AtomicInteger();
        client = new TestClient(new HttpSettings()
                .httpClientConfigurer(builder ->
                        builder.addExecInterceptorLast("break", (request, body, scope, chain, callback) -> {
                            if (broken.test(runs.incrementAndGet())) {
                                callback.failed(new ConnectionClosedException());
                            } else {
                                chain.proceed(request, body, scope, callback);
                            }
                        })));
        gateway.onChat().always(Reply.json("{}"));
    }

    @Test
    void pooledConnectionBrokenBeforeAByteWasSent_isReplaced() {
        breaking(run -> run == 2);
        post(chat);
        post(chat);

        assertThat(gateway.requestCount()).isEqualTo(2);
        assertThat(connections()).isEqualTo(2);
    }

    @Test
    void movedCall_cancelled_closesItsNewConnection() {
        breaking(run -> run == 2);
        gateway.onChat().always(Reply.hang());
        gateway.onModels().always(Reply.json("{}"));
        Answer first = new Answer();
        client.get(gateway.baseUrl() + "/models", TestClient.PATIENT, first);
        first.whole();
        Answer moved = new Answer();
        Call call = client.post(chat, "{}", moved);
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.requestCount() == 2);
        assertThat(connections()).isEqualTo(2);

        call.cancel();

        assertThat(moved.failed().getCode()).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.openConnections() == 0);
    }

    @Test
    void newConnectionBroken_isNotReplaced() {
        breaking(run -> true);
        Answer answer = new Answer();
        client.post(chat, "{}", answer);

        assertThat(answer.failed().getCode()).isEqualTo("connect_failed");
        assertThat(gateway.peakConnections()).isLessThanOrEqualTo(1);
        assertThat(gateway.requestCount()).isZero();
    }

    @Test
    void keepAliveHint_isObeyed() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            for (int i = 0; i < 5; i++) {
                answerOnce(socket, "Keep-Alive: timeout=1, max=100\r\n");
            }
        })) {
            post(server.url());
            // a second's margin of one second leaves nothing
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
            post(server.url());

            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void timeToLive_isObeyed() {
        client.close();
        client = new TestClient(new HttpSettings().connectionTimeToLive(100L));
        post(chat);
        await().pollDelay(Duration.ofMillis(150)).until(() -> true);
        post(chat);

        assertThat(connections()).isEqualTo(2);
    }

    @Test
    void connectionHeaderClose_isObeyed() {
        gateway.onChat().reply(Reply.json("{}").header("Connection", "close"));
        post(chat);
        post(chat);

        assertThat(connections()).isEqualTo(2);
    }

    private static void answerOnce(Socket socket, String headers) throws Exception {
        RawServer.readHead(socket);
        socket.getInputStream().readNBytes(2);
        RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + headers + "\r\n{}");
    }
}
