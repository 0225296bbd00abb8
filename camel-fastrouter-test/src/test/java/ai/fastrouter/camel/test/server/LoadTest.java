package ai.fastrouter.camel.test.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.client.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTest {

    private static final int CONNECTIONS = 2_500;

    @Test
    void connections_heldAtOnce_areAllAnsweredByFewThreads() throws Exception {
        try (LocalGateway gateway =
                LocalGateway.builder().latency(Duration.ofSeconds(2)).start()) {
            int threads = Thread.activeCount();
            long start = System.nanoTime();
            int answered = exchange(gateway);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertThat(answered).isEqualTo(CONNECTIONS);
            assertThat(gateway.peakConnections()).isEqualTo(CONNECTIONS);
            assertThat(gateway.requestCount()).isEqualTo(CONNECTIONS);
            assertThat(Thread.activeCount()).isLessThan(threads + 10);
            assertThat(time).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(40));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gateway.openConnections() == 0);
        }
    }

    /** Opens all connections, sends a request on each, and counts those that get a whole answer. */
    private static int exchange(LocalGateway gateway) throws IOException {
        byte[] request = ("POST /api/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
                        + "Content-Type: application/json\r\nContent-Length: "
                        + Call.chatJson("hello", false).length() + "\r\n\r\n" + Call.chatJson("hello", false))
                .getBytes(StandardCharsets.US_ASCII);
        int open = CONNECTIONS;
        int answered = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(request));
                channel.register(selector, SelectionKey.OP_READ, "");
            }
            ByteBuffer buffer = ByteBuffer.allocate(8_192);
            while (open > 0) {
                selector.select(20_000);
                for (SelectionKey key : selector.selectedKeys()) {
                    buffer.clear();
                    ((SocketChannel) key.channel()).read(buffer);
                    String text =
                            key.attachment() + new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
                    key.attach(text);
                    if (buffer.position() == 0 || text.endsWith("}}")) {
                        answered += text.startsWith("HTTP/1.1 200") && text.endsWith("}}") ? 1 : 0;
                        key.channel().close();
                        open--;
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return answered;
    }
}
