package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeoutsTest {

    private static final long LIMIT = 300;
    /** For calls that have to get somewhere within it, on a busy machine too. */
    private static final long EASY = 2_000;

    @TempDir
    Path folder;

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String chat = gateway.baseUrl() + "/chat/completions";
    private TestClient client = new TestClient();

    @AfterEach
    void close() {
        client.close();
        gateway.close();
    }

    private void use(HttpSettings settings) {
        client.close();
        client = new TestClient(settings);
    }

    private Answer post(Timeouts timeouts) {
        Answer answer = new Answer();
        client.send(chat, TestClient.json("{}"), timeouts, answer);
        return answer;
    }

    private static void expect(FastRouterException failure, String code, String... message) {
        assertThat(failure).isInstanceOf(FastRouterTransientException.class);
        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.getMessage()).contains(message).doesNotContain("sk-test-key");
        assertThat(failure.getOperation()).isEqualTo("chat");
        assertThat(failure.getModel()).isEqualTo("openai/gpt-4o-mini");
    }

    @Test
    void firstByte_noAnswer_failsAndClosesConnection() {
        gateway.onChat().reply(Reply.hang());

        long start = System.nanoTime();
        FastRouterException failure = post(new Timeouts(5000, LIMIT, 0, 0)).failed();

        expect(failure, "first_byte_timeout", "127.0.0.1:" + gateway.port(), LIMIT + " ms");
        assertThat(failure.getStatus()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(LIMIT));
        await().until(() -> gateway.openConnections() == 0);
    }

    @Test
    void firstByte_slowRequestBody_isNotCounted() throws Exception {
        gateway.onChat().reply(Reply.json("{}"));
        RequestBody body = new RequestBody("text/plain", List.of(new RequestBody.Source(() -> slowly(3, 800), 3)));

        Answer answer = new Answer();
        client.send(chat, body, new Timeouts(5000, EASY, 0, 0), answer);

        assertThat(answer.whole().text()).isEqualTo("{}");
    }

    private static java.io.InputStream slowly(int bytes, int millis) {
        return new java.io.InputStream() {
            private int left = bytes;

            @Override
            public int read() throws java.io.IOException {
                if (left == 0) {
                    return -1;
                }
                try {
                    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new java.io.InterruptedIOException();
                }
                left--;
                return 'x';
            }
        };
    }

    @Test
    void idle_stalledBody_failsWithStatusAndId() {
        gateway.onChat()
                .reply(Reply.generated("audio/mpeg", 10_000)
                        .header("x-request-id", "req-1")
                        .stallAfter(4_000));

        Answer answer = post(new Timeouts(5000, 5000, EASY, 0));

        FastRouterException failure = answer.failed();
        expect(failure, "idle_timeout", "response", "127.0.0.1:" + gateway.port(), EASY + " ms");
        assertThat(failure.getStatus()).isEqualTo(200);
        assertThat(failure.getRequestId()).isEqualTo("req-1");
        assertThat(answer.received()).isEqualTo(4_000);
        await().until(() -> gateway.openConnections() == 0);
    }

    @Test
    void idle_pacedBody_isNoReasonToFail() {
        gateway.onChat()
                .reply(Reply.raw("text/plain", new byte[10], new byte[10], new byte[10], new byte[10])
                        .packetDelay(Duration.ofMillis(800)));

        assertThat(post(new Timeouts(5000, 5000, EASY, 0)).whole().received()).isEqualTo(40);
    }

    @Test
    void idle_receiverAsksForNothing_isSuspended() {
        gateway.onChat().reply(Reply.generated("audio/mpeg", 1_000_000).stallAfter(500_000));
        Answer answer = new Answer(0);
        client.send(chat, TestClient.json("{}"), new Timeouts(5000, 5000, LIMIT, 0), answer);
        answer.awaitHead();

        await().during(Duration.ofMillis(3 * LIMIT)).until(() -> !answer.isOver());
        answer.flow().request(Integer.MAX_VALUE);

        expect(answer.failed(), "idle_timeout", LIMIT + " ms");
        assertThat(answer.received()).isEqualTo(500_000);
    }

    @Test
    void idle_serverReadsNothing_failsTheUpload() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> over.await(20, TimeUnit.SECONDS))) {
            Path file = folder.resolve("big.wav");
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(100_000_000);
            }
            RequestBody body = new RequestBody("audio/wav", List.of(new RequestBody.FilePart(file, 100_000_000)));
            Answer answer = new Answer();
            client.send(server.url(), body, new Timeouts(5000, 5000, LIMIT, 0), answer);

            expect(answer.failed(), "idle_timeout", "request", "127.0.0.1:" + server.port(), LIMIT + " ms");
            over.countDown();
        }
    }

    @Test
    void total_healthyStream_isCut() {
        byte[][] packets = new byte[500][10];
        gateway.onChat()
                .reply(Reply.json("{}"), Reply.raw("text/plain", packets).packetDelay(Duration.ofMillis(20)));
        post(TestClient.PATIENT).whole();

        FastRouterException failure = post(new Timeouts(5000, 5000, 5000, EASY)).failed();

        expect(failure, "total_timeout", "127.0.0.1:" + gateway.port(), EASY + " ms");
        assertThat(failure.getStatus()).isEqualTo(200);
        await().until(() -> gateway.openConnections() == 0);
    }

    @Test
    void pool_exhausted_failsAndLeavesTheOtherCallAlone() {
        use(new HttpSettings().maxTotalConnections(1).connectionRequestTimeout(LIMIT));
        gateway.onChat().reply(Reply.json("{}").delay(Duration.ofSeconds(5)), Reply.json("{}"));
        Answer first = post(TestClient.PATIENT);
        await().until(() -> gateway.requestCount() == 1);

        FastRouterException failure = post(TestClient.PATIENT).failed();

        expect(failure, "pool_timeout", "127.0.0.1:" + gateway.port(), LIMIT + " ms");
        first.whole();
        post(TestClient.PATIENT).whole();
        assertThat(gateway.requestCount()).isEqualTo(2);
    }

    @Test
    void connect_silentTlsServer_failsAndClosesTheSocket() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer(socket -> self[0].silence(socket))) {
            self[0] = server;
            use(new HttpSettings().maxTotalConnections(1));
            for (int i = 1; i <= 2; i++) {
                Answer answer = new Answer();
                client.send(server.secureUrl(), null, new Timeouts(LIMIT, 0, 0, 0), answer);

                expect(answer.failed(), "connect_timeout", "127.0.0.1:" + server.port(), LIMIT + " ms");
                int closed = i;
                await().until(() -> server.closedByClient() == closed);
            }
        }
    }

    @Test
    void connect_slowNameServer_failsAndHoldsNobodyElseUp() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        use(new HttpSettings().dnsResolver(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                if (host.equals("slow.test")) {
                    asked.countDown();
                    awaitQuietly(over);
                }
                return SystemDefaultDnsResolver.INSTANCE.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        }));
        gateway.onChat().reply(Reply.json("{}"));
        Answer slow = new Answer();
        client.send("http://slow.test/v1", null, new Timeouts(LIMIT, 0, 0, 0), slow);
        awaitQuietly(asked);

        post(TestClient.PATIENT).whole();
        expect(slow.failed(), "connect_timeout", "slow.test:80", LIMIT + " ms");
        over.countDown();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
