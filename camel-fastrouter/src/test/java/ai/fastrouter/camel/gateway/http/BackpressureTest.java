package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackpressureTest {

    /** What may arrive beyond the demand: what was read along with the head, and the rest of the buffer in use. */
    private static final int SLACK = 16 * 1024;

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private final TestClient client = new TestClient();

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    /** Counts instead of keeping. */
    private static class Counter extends Answer {
        Counter(int firstDemand) {
            super(firstDemand);
        }

        @Override
        void keep(ByteBuffer data) {
            data.position(data.limit());
        }
    }

    @Test
    void noDemand_stopsTheSocket() throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().readNBytes(2);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n");
            for (int i = 0; i < 2000; i++) {
                socket.getOutputStream().write(new byte[100_000]);
                written.addAndGet(100_000);
            }
        })) {
            Counter answer = new Counter(0);
            client.post(server.url(), "{}", answer);
            answer.awaitHead();

            await().during(Duration.ofMillis(300)).until(() -> answer.received() <= SLACK);
            // the rest stays in the sockets' buffers, and the server waits
            await().during(Duration.ofMillis(300)).until(() -> written.get() < 150_000_000);
            answer.flow().request(10_000_000);
            await().until(() -> answer.received() >= 10_000_000);
            await().during(Duration.ofMillis(300)).until(() -> answer.received() <= 10_000_000 + 2 * SLACK);

            answer.flow().request(BodyFlow.UNLIMITED);
            assertThat(answer.whole().received()).isEqualTo(200_000_000);
        }
    }

    @Test
    void demandFromManyThreads_isAddedUp() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 20_000_000));
        Counter answer = new Counter(0);
        client.post(chat, "{}", answer);
        answer.awaitHead();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger requests = new AtomicInteger();
        try {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    while (requests.incrementAndGet() <= 1000) {
                        answer.flow().request(10_000);
                    }
                });
            }
            await().until(() -> answer.received() >= 10_000_000);
            await().during(Duration.ofMillis(200)).until(() -> answer.received() <= 10_000_000 + 2 * SLACK);
            answer.flow().request(BodyFlow.UNLIMITED);
            assertThat(answer.whole().received()).isEqualTo(20_000_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manySmallDemands_allowNoMoreThanTheirSum() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 50_000_000));
        Counter answer = new Counter(0);
        client.post(chat, "{}", answer);
        answer.awaitHead();
        for (int i = 1; i <= 2_000; i++) {
            long arrived = answer.received();
            answer.flow().request(1);
            if (arrived < 100_000) {
                // as slow as a reader who takes a byte when something has come
                Thread.yield();
            }
        }

        await().during(Duration.ofMillis(500)).until(() -> answer.received() <= 2_000 + SLACK);
        answer.flow().request(BodyFlow.UNLIMITED);
        assertThat(answer.whole().received()).isEqualTo(50_000_000);
    }

    @Test
    void demandInsideTheReceiver_keepsTheBodyFlowing() {
        gateway.onChat()
                .reply(
                        Reply.generated("audio/mpeg", 5_000_000),
                        Reply.generated("audio/mpeg", 5_000_000).lengthUnknown(),
                        Reply.generated("audio/mpeg", 5_000_000).gzip());
        for (int i = 0; i < 3; i++) {
            Counter answer = new Counter(1) {
                @Override
                void keep(ByteBuffer data) {
                    flow().request(data.remaining());
                    super.keep(data);
                }
            };
            client.post(chat, "{}", answer);
            assertThat(answer.whole().received()).isEqualTo(5_000_000);
        }
    }
}
