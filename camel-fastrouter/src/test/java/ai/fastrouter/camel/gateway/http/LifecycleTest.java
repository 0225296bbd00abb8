package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Opening and closing of clients, and what they cost in threads. */
class LifecycleTest {

    private final LocalGateway gateway =
            LocalGateway.builder().unchecked().ioThreads(1).journalSize(10_000).start();
    private final String chat = gateway.baseUrl() + "/chat/completions";

    @AfterEach
    void close() {
        gateway.close();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("FastRouter"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void close_callsInEveryStage_endThemAndLeaveNothing() {
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        gateway.onChat()
                .reply(
                        Reply.json("{}"),
                        Reply.hang(),
                        Reply.generated("audio/mpeg", 10_000_000).stallAfter(1_000_000));
        TestClient client = new TestClient(new HttpSettings().maxTotalConnections(3));
        Answer done = new Answer();
        client.post(chat, "{}", done);
        done.whole();
        List<Answer> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Answer answer = new Answer();
            RequestBody body = i == 2
                    ? new RequestBody(
                            "audio/wav", List.of(new RequestBody.Source(() -> new SlowStream(new byte[1000]), 1000)))
                    : TestClient.json("{}");
            client.post(chat, body, answer);
            open.add(answer);
        }
        await().until(() -> open.stream().anyMatch(answer -> answer.received() > 0));
        await().until(() -> gateway.openConnections() == 3);
        assertThat(threads()).anyMatch(name -> name.startsWith("FastRouterIO"));

        client.client().close();
        client.client().close();

        for (Answer answer : open) {
            assertThat(answer.failed().getCategory()).isEqualTo(ErrorCategory.CANCELLED);
            assertThat(answer.failed().getCode()).isEqualTo("client_closed");
        }
        await().until(() -> gateway.openConnections() == 0);
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        Answer late = new Answer();
        client.post(chat, "{}", late);
        assertThat(late.failed().getCode()).isEqualTo("client_closed");
        client.close();
    }

    /** Gives a byte from time to time. */
    private static final class SlowStream extends ByteArrayInputStream {
        SlowStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] bytes, int off, int len) {
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            return super.read(bytes, off, 1);
        }
    }

    @Test
    void twoThousandCalls_oneSecondLatency_takeFewThreads() {
        gateway.onChat().always(Reply.json("{}").delay(Duration.ofSeconds(1)));
        try (TestClient client =
                new TestClient(new HttpSettings().maxTotalConnections(3000).connectionsPerRoute(3000))) {
            List<Answer> answers = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 2000; i++) {
                Answer answer = new Answer();
                client.send(chat, TestClient.json("{}"), new Timeouts(60_000, 60_000, 60_000, 0), answer);
                answers.add(answer);
            }
            assertThat(threads()).hasSizeLessThan(20);
            for (Answer answer : answers) {
                answer.whole();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            assertThat(threads()).hasSizeLessThan(20);
            assertThat(gateway.requestCount()).isEqualTo(2000);
            assertThat(gateway.peakConnections()).isGreaterThan(100);
        }
    }

    @Test
    void poolSmallerThanDemand_servesAll() {
        gateway.onChat().always(Reply.json("{}").delay(Duration.ofMillis(5)));
        try (TestClient client = new TestClient(new HttpSettings().connectionsPerRoute(8))) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Answer answer = new Answer();
                client.post(chat, "{}", answer);
                answers.add(answer);
            }
            for (Answer answer : answers) {
                answer.whole();
            }
            assertThat(gateway.peakConnections()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void givenClient_isUsedAndNotClosed() throws Exception {
        gateway.onChat().always(Reply.json("{}"));
        try (CloseableHttpAsyncClient given = HttpAsyncClients.custom()
                .setDefaultHeaders(List.of(new BasicHeader("X-Given", "yes")))
                .build()) {
            for (int i = 0; i < 2; i++) {
                try (TestClient client = new TestClient(new HttpSettings().httpClient(given))) {
                    Answer answer = new Answer();
                    client.post(chat, "{}", answer);
                    assertThat(answer.whole().text()).isEqualTo("{}");
                    Answer get = new Answer();
                    client.get(gateway.baseUrl() + "/models", TestClient.PATIENT, get);
                    get.whole();
                }
            }
            assertThat(gateway.lastRequest().header("X-Given")).isEqualTo("yes");
            assertThat(gateway.peakConnections()).isEqualTo(1);
        }
    }

    @Test
    void givenClient_limitsHold() throws Exception {
        gateway.onChat().always(Reply.hang());
        try (CloseableHttpAsyncClient given = HttpAsyncClients.createDefault();
                TestClient client = new TestClient(new HttpSettings().httpClient(given))) {
            Answer answer = new Answer();
            client.send(chat, TestClient.json("{}"), new Timeouts(5_000, 200, 0, 0), answer);
            assertThat(answer.failed().getCode()).isEqualTo("first_byte_timeout");
        }
    }

    @Test
    void givenClient_getWithoutAnswer_isAFirstByteTimeout() throws Exception {
        gateway.onModels().always(Reply.hang());
        HttpSettings settings = new HttpSettings().connectionRequestTimeout(300L);
        try (CloseableHttpAsyncClient given = HttpAsyncClients.createDefault();
                TestClient client = new TestClient(settings.httpClient(given))) {
            Answer answer = new Answer();
            client.get(gateway.baseUrl() + "/models", new Timeouts(20_000, 1_000, 0, 0), answer);

            assertThat(answer.failed().getCode()).isEqualTo("first_byte_timeout");
        }
    }

    @Test
    void unusableSettings_leaveNoPoolBehind() throws Exception {
        List<ExecutorService> pools = new CopyOnWriteArrayList<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager().setThreadPoolFactory(new DefaultThreadPoolFactory() {
                @Override
                public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
                    ExecutorService pool = super.newThreadPool(profile, factory);
                    pools.add(pool);
                    return pool;
                }
            });
            HttpSettings settings = new HttpSettings().sslContextParameters(TestTls.trusting("absent.p12"));
            assertThatThrownBy(() -> HttpGatewayClient.create(context, settings))
                    .hasMessageContaining("TLS settings");

            assertThat(pools).hasSize(3).allMatch(ExecutorService::isShutdown);
        }
    }

    @Test
    void configurer_changesTheClient() {
        gateway.onChat().always(Reply.json("{}"));
        HttpSettings settings = new HttpSettings()
                .userAgent("mine/1.0")
                .httpClientConfigurer(
                        builder -> builder.setDefaultHeaders(List.of(new BasicHeader("X-Configured", "yes"))));
        try (TestClient client = new TestClient(settings)) {
            Answer answer = new Answer();
            client.post(chat, "{}", answer);
            answer.whole();
            assertThat(gateway.lastRequest().header("X-Configured")).isEqualTo("yes");
            assertThat(gateway.lastRequest().header("User-Agent")).isEqualTo("mine/1.0");
        }
    }
}
