package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import com.sun.management.ThreadMXBean;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large bodies leave next to nothing on the heap: what the client's threads allocate in all is a fraction of the body.
 */
class LargeTransferTest {

    private static final long LENGTH = 200_000_000;
    private static final long HEAP = 16_000_000;

    @TempDir
    Path folder;

    /** Bytes that the client's threads have allocated since they began. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("FastRouterIO") || thread.getName().contains("FastRouterUpload")) {
                sum += threads.getThreadAllocatedBytes(thread.getId());
            }
        }
        return sum;
    }

    private static void drain(Socket socket) throws Exception {
        RawServer.readHead(socket);
        byte[] buffer = new byte[500_000];
        for (long left = LENGTH; left > 0; ) {
            int n = socket.getInputStream().read(buffer);
            if (n < 0) {
                return;
            }
            left -= n;
        }
        RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static void upload(RequestBody.Segment segment) throws Exception {
        try (RawServer server = new RawServer(LargeTransferTest::drain);
                TestClient client = new TestClient()) {
            Answer answer = new Answer();
            client.post(server.url(), new RequestBody("audio/wav", List.of(segment)), answer);

            assertThat(answer.whole().text()).isEqualTo("{}");
            assertThat(allocated()).isPositive().isLessThan(HEAP);
        }
    }

    private Path file() throws Exception {
        Path file = folder.resolve("talk.wav");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(LENGTH);
        }
        return file;
    }

    @Test
    void upload_ofFile_isNotOnTheHeap() throws Exception {
        upload(new RequestBody.FilePart(file(), LENGTH));
    }

    @Test
    void upload_ofStream_isNotOnTheHeap() throws Exception {
        Path file = file();
        upload(new RequestBody.Source(() -> java.nio.file.Files.newInputStream(file), LENGTH));
    }

    @Test
    void download_isNotOnTheHeap() {
        try (LocalGateway gateway = LocalGateway.builder().unchecked().start();
                TestClient client = new TestClient()) {
            gateway.onSpeech().reply(Reply.generated("audio/mpeg", LENGTH));
            Answer answer = new Answer(256 * 1024) {
                @Override
                void keep(ByteBuffer data) {
                    flow().request(data.remaining());
                    data.position(data.limit());
                }
            };
            client.post(
                    gateway.baseUrl() + "/audio/speech", "{\"model\":\"m\",\"input\":\"x\",\"voice\":\"v\"}", answer);

            assertThat(answer.whole().received()).isEqualTo(LENGTH);
            assertThat(allocated()).isPositive().isLessThan(HEAP);
        }
    }
}
