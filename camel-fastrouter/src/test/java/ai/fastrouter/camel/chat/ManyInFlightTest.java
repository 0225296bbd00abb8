package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.LocalGatewayMain;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand exchanges wait at once for a gateway that thinks for a while; fewer where the system allows fewer file handles. The
 * gateway runs in a process of its own, because one process has too few of them for both ends of so many connections.
 */
@Timeout(120)
class ManyInFlightTest {

    private static final int EXCHANGES = Math.min(10_000, fileHandles() - 1000);

    private Process gateway;
    private String baseUrl;

    private static int fileHandles() {
        boolean unix = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean;
        return unix
                ? (int) Math.min(
                        Integer.MAX_VALUE,
                        ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getMaxFileDescriptorCount())
                : Integer.MAX_VALUE;
    }

    @BeforeEach
    void startTheGateway() throws IOException {
        assumeTrue(EXCHANGES > 1000, "too few file handles are allowed here");
        gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LocalGatewayMain.class.getName(),
                        "--latency",
                        "20s")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        baseUrl = printed.readLine().replace("FastRouter", "").strip();
    }

    @AfterEach
    void stopTheGateway() throws InterruptedException {
        if (gateway != null) {
            gateway.destroy();
            assertThat(gateway.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void thousandsOfExchanges_waitingAtOnce_allEndWithoutAThreadEach() throws Exception {
        CountDownLatch ended = new CountDownLatch(EXCHANGES);
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            FastRouterComponent component = new FastRouterComponent(context);
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setApiKey("any");
            component.setMaxTotalConnections(EXCHANGES);
            component.setConnectionsPerRoute(EXCHANGES);
            component.setConnectionRequestTimeout(60_000);
            component.getConfiguration().setConnectTimeout(60_000);
            context.addComponent("fastrouter", component);
            context.start();
            int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
            Endpoint endpoint = context.getEndpoint("fastrouter:chat?model=openai/gpt-5.1");
            AsyncProducer producer = endpoint.createAsyncProducer();
            producer.start();

            for (int i = 0; i < EXCHANGES; i++) {
                Exchange exchange = endpoint.createExchange();
                exchange.getMessage().setBody("What is 2 + 2?");
                producer.process(exchange, sync -> {
                    if (exchange.getException() != null) {
                        failures.add(exchange.getException());
                    }
                    ended.countDown();
                });
            }
            assertThat(ended.getCount()).as("all wait").isEqualTo(EXCHANGES);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;

            assertThat(ended.await(90, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).isEmpty();
            assertThat(threads).isLessThanOrEqualTo(40);
            producer.stop();
        }
    }
}
