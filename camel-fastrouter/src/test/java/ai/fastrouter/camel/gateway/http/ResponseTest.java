package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of responses: encodings, odd statuses, and handlers that throw. */
class ResponseTest {

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private final TestClient client = new TestClient();

    @BeforeEach
    void answerAll() {
        gateway.on().always(Reply.json("{}"));
    }

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private <A extends Answer> A post(A answer) {
        client.post(chat, "{}", answer);
        return answer;
    }

    private void expectUsable() {
        await().until(() -> gateway.openConnections() == 0);
        assertThat(post(new Answer()).whole().head().status()).isEqualTo(200);
    }

    @Test
    void gzip_isDecodedThoughNotAskedFor() {
        gateway.onChat()
                .reply(Reply.json("{\"text\":\"" + "a".repeat(100_000) + "\"}").gzip());

        Answer answer = post(new Answer()).whole();

        assertThat(answer.text()).hasSize(100_011).endsWith("a\"}");
        assertThat(answer.head().contentLength()).isEqualTo(-1);
        assertThat(gateway.lastRequest().header("Accept-Encoding")).isNull();
    }

    @Test
    void gzip_cutInside_fails() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n"
                            + "\u001f\u008b\u0008\0\0\0\0\0\0\u0003\u004b\u004c");
        })) {
            Answer answer = new Answer();
            client.post(server.url(), "{}", answer);

            FastRouterException failure = answer.failed();
            assertThat(failure.getCode()).isEqualTo("invalid_response");
            assertThat(failure.getStatus()).isEqualTo(200);
            assertThat(failure.getMessage()).contains("gzip", "too early", "127.0.0.1:" + server.port());
        }
    }

    @Test
    void unknownEncoding_fails() {
        gateway.onChat().reply(Reply.json("{}").header("Content-Encoding", "br"));

        FastRouterException failure = post(new Answer()).failed();

        assertThat(failure.getCode()).isEqualTo("invalid_response");
        assertThat(failure.getMessage()).contains("Content-Encoding br");
        expectUsable();
    }

    @Test
    void redirect_isHandedOverAsItIs() {
        gateway.onChat().reply(Reply.redirect("http://elsewhere.test/"));

        Answer answer = post(new Answer()).whole();

        assertThat(answer.head().status()).isEqualTo(307);
        assertThat(answer.head().header("location")).isEqualTo("http://elsewhere.test/");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void unauthorizedWithChallenge_isHandedOverAndNotAnswered() {
        gateway.onChat().reply(Reply.json(401, "{}").header("WWW-Authenticate", "Basic realm=\"gateway\""));

        assertThat(post(new Answer()).whole().head().status()).isEqualTo(401);
        assertThat(gateway.requestCount()).isEqualTo(1);
    }

    @Test
    void cookies_areNotKept() {
        gateway.onChat().reply(Reply.json("{}").header("Set-Cookie", "a=b"), Reply.json("{}"));
        post(new Answer()).whole();
        post(new Answer()).whole();

        assertThat(gateway.lastRequest().header("Cookie")).isNull();
    }

    @Test
    void earlyHints_areSkipped() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(
                    socket,
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                            + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        })) {
            Answer answer = new Answer();
            client.post(server.url(), "{}", answer);
            assertThat(answer.whole().head().status()).isEqualTo(200);
        }
    }

    @Test
    void bodyWithoutLength_endsWithTheConnection() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().readNBytes(2);
            RawServer.write(socket, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it");
        })) {
            Answer answer = new Answer();
            client.post(server.url(), "{}", answer);
            assertThat(answer.whole().text()).isEqualTo("all of it");
            assertThat(answer.head().contentLength()).isEqualTo(-1);
        }
    }

    @Test
    void headers_repeated_giveTheFirst() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(
                    socket,
                    "HTTP/1.1 200 Fine\r\nContent-Type: Application/JSON; charset=utf-8\r\nX-One: a\r\nx-two: b\r\n"
                            + "x-one: c\r\nContent-Length: 0\r\n\r\n");
        })) {
            Answer answer = new Answer();
            client.post(server.url(), "{}", answer);
            ResponseHead head = answer.whole().head();
            assertThat(head.reason()).isEqualTo("Fine");
            assertThat(head.header("X-ONE")).isEqualTo("a");
            assertThat(head.header("absent")).isNull();
            assertThat(head.mediaType()).isEqualTo("application/json");
            assertThat(head.headers())
                    .containsExactly(
                            java.util.Map.entry("Content-Type", "Application/JSON; charset=utf-8"),
                            java.util.Map.entry("X-One", "a"),
                            java.util.Map.entry("x-two", "b"),
                            java.util.Map.entry("Content-Length", "0"));
        }
    }

    @Test
    void receiver_throwsOurFailure_endsTheCallWithIt() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 50_000_000));
        FastRouterException tooLarge =
                new FastRouterRequestException("too large", ErrorDetails.ofCode("response_too_large"), null);

        Answer answer = post(new Answer() {
            @Override
            void keep(ByteBuffer data) throws FastRouterException {
                throw tooLarge;
            }
        });

        assertThat(answer.failed()).isSameAs(tooLarge);
        expectUsable();
    }

    @Test
    void receiver_throwsAnything_endsTheCall() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 50_000_000));

        Answer answer = post(new Answer() {
            @Override
            void keep(ByteBuffer data) {
                throw new StackOverflowError();
            }
        });

        FastRouterException failure = answer.failed();
        assertThat(failure.getCode()).isEqualTo("handler_failed");
        assertThat(failure).hasCauseInstanceOf(StackOverflowError.class);
        expectUsable();
    }

    @Test
    void handler_throwsInEveryMethod_harmsNobodyElse() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 1_000_000));
        Answer answer = post(new Answer() {
            @Override
            public BodyReceiver onHead(ResponseHead head, BodyFlow flow) {
                throw new IllegalStateException("in onHead");
            }

            @Override
            public void onFailure(FastRouterException cause) {
                super.onFailure(cause);
                throw new IllegalStateException("in onFailure");
            }
        });

        FastRouterException failure = answer.failed();
        assertThat(failure.getCode()).isEqualTo("handler_failed");
        assertThat(failure.getCause()).hasMessage("in onHead");
        expectUsable();
    }

    @Test
    void receiver_throwsAtTheEnd_isTold() {
        Answer answer = post(new Answer() {
            @Override
            public void onEnd() {
                throw new IllegalStateException("in onEnd");
            }
        });

        assertThat(answer.failed().getCause()).hasMessage("in onEnd");
        assertThat(post(new Answer()).whole().head().status()).isEqualTo(200);
    }
}
