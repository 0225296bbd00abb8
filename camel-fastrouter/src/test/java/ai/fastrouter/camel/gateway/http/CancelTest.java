package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection only, so that a connection that is not given back fails the call after it. */
class CancelTest {

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private final TestClient client =
            new TestClient(new HttpSettings().maxTotalConnections(1).connectionRequestTimeout(20_000L));

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private static void expectCancelled(Answer answer) {
        FastRouterException failure = answer.failed();
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
        assertThat(failure.getCode()).isEqualTo("cancelled");
        assertThat(failure.getOperation()).isEqualTo("chat");
    }

    private void expectClosedAndUsable() {
        await().until(() -> gateway.openConnections() == 0);
        gateway.reset();
        Answer next = new Answer();
        client.post(chat, "{}", next);
        next.whole();
    }

    @Test
    void waitingForHead_cancelled_closesTheConnection() {
        gateway.onChat().reply(Reply.hang());
        Answer answer = new Answer();
        Call call = client.post(chat, "{}", answer);
        await().until(() -> gateway.requestCount() == 1);

        call.cancel();

        expectCancelled(answer);
        await().until(() -> gateway.lastRequest().disconnected());
        expectClosedAndUsable();
    }

    @Test
    void waitingForHeadOnReusedConnection_cancelled_closesTheConnection() {
        gateway.onChat().reply(Reply.json("{}"), Reply.hang());
        Answer first = new Answer();
        client.post(chat, "{}", first);
        first.whole();
        Answer answer = new Answer();
        Call call = client.post(chat, "{}", answer);
        await().until(() -> gateway.requestCount() == 2);
        assertThat(gateway.requests().get(0).connection())
                .isEqualTo(gateway.requests().get(1).connection());

        call.cancel();

        expectCancelled(answer);
        expectClosedAndUsable();
    }

    @Test
    void inStream_cancelled_closesTheConnection() {
        gateway.onChat().reply(Reply.raw("text/plain", new byte[1000][10]).packetDelay(Duration.ofMillis(20)));
        Answer answer = new Answer();
        Call call = client.post(chat, "{}", answer);
        await().until(() -> answer.received() > 0);

        call.cancel();

        expectCancelled(answer);
        long received = answer.received();
        expectClosedAndUsable();
        assertThat(answer.received()).isEqualTo(received);
    }

    @Test
    void pausedStream_cancelled_closesTheConnection() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 50_000_000));
        Answer answer = new Answer(0);
        Call call = client.post(chat, "{}", answer);
        answer.awaitHead();

        call.cancel();

        expectCancelled(answer);
        expectClosedAndUsable();
    }

    @Test
    void insideHandler_cancelled_endsAfterTheHandlerReturns() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 1_000_000));
        AtomicReference<Call> call = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        Answer answer = new Answer() {
            @Override
            void keep(ByteBuffer data) {
                data.position(data.limit());
                TimeoutsTest.awaitQuietly(started);
                call.get().cancel();
                assertThat(isOver()).isFalse();
            }
        };
        call.set(client.post(chat, "{}", answer));
        started.countDown();

        expectCancelled(answer);
        expectClosedAndUsable();
    }

    @Test
    void fromOtherThread_whileHandlerIsBusy_waitsForIt() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 1_000_000));
        CountDownLatch inHandler = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Answer answer = new Answer() {
            @Override
            void keep(ByteBuffer data) {
                data.position(data.limit());
                inHandler.countDown();
                TimeoutsTest.awaitQuietly(goOn);
            }
        };
        Call call = client.post(chat, "{}", answer);
        TimeoutsTest.awaitQuietly(inHandler);

        call.cancel();

        assertThat(answer.isOver()).isFalse();
        goOn.countDown();
        expectCancelled(answer);
        expectClosedAndUsable();
    }

    @Test
    void waitingForPooledConnection_cancelled_endsAtOnce() {
        gateway.onChat().reply(Reply.json("{}").delay(Duration.ofSeconds(3)));
        Answer first = new Answer();
        client.post(chat, "{}", first);
        await().until(() -> gateway.requestCount() == 1);
        Answer waiting = new Answer();
        Call call = client.post(chat, "{}", waiting);

        call.cancel();

        expectCancelled(waiting);
        assertThat(first.isOver()).isFalse();
        first.whole();
        assertThat(gateway.requestCount()).isEqualTo(1);
        Answer next = new Answer();
        client.post(chat, "{}", next);
        next.whole();
    }

    @Test
    void inTlsHandshake_cancelled_closesTheSocket() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer(socket -> self[0].silence(socket))) {
            self[0] = server;
            Answer answer = new Answer();
            Call call = client.get(server.secureUrl(), TestClient.PATIENT, answer);
            await().until(() -> server.accepted() == 1);

            call.cancel();

            expectCancelled(answer);
            await().until(() -> server.closedByClient() == 1);
            Answer next = new Answer();
            client.post(chat, "{}", next);
            next.whole();
        }
    }

    @Test
    void inUploadOfAHangingStream_cancelled_closesStreamAndConnection() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        PipedOutputStream writer = new PipedOutputStream();
        InputStream hanging = new PipedInputStream(writer) {
            @Override
            public void close() throws java.io.IOException {
                closed.set(true);
                super.close();
            }
        };
        RequestBody body = new RequestBody("audio/wav", List.of(new RequestBody.Source(() -> hanging, 1000)));
        Answer answer = new Answer();
        Call call = client.post(chat, body, answer);
        await().until(() -> gateway.openConnections() == 1);

        call.cancel();

        expectCancelled(answer);
        await().atMost(20, TimeUnit.SECONDS).untilTrue(closed);
        expectClosedAndUsable();
    }

    @Test
    void twiceAndAfterTheEnd_cancelled_isIgnored() {
        Answer answer = new Answer();
        Call call = client.post(chat, "{}", answer);
        answer.whole();

        call.cancel();
        call.cancel();

        assertThat(answer.whole().isOver()).isTrue();
        Answer next = new Answer();
        client.post(chat, "{}", next);
        next.whole();
        assertThat(gateway.peakConnections()).isEqualTo(1);
    }
}
