package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    @TempDir
    Path folder;

    private final LocalGateway gateway = LocalGateway.builder().unchecked().start();
    private final String url = gateway.baseUrl() + "/upload";
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

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("talk.wav"), content);
    }

    private static RequestBody.Bytes bytes(String text) {
        return new RequestBody.Bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer post(RequestBody.Segment... segments) {
        Answer answer = new Answer();
        client.post(url, new RequestBody("application/octet-stream", List.of(segments)), answer);
        return answer;
    }

    private void expectReceived(byte[] sent) throws Exception {
        RecordedRequest request = gateway.lastRequest();
        assertThat(request.size()).isEqualTo(sent.length);
        assertThat(request.sha256()).isEqualTo(sha256(sent));
        assertThat(request.header("Content-Length")).isEqualTo(String.valueOf(sent.length));
        assertThat(request.header("Transfer-Encoding")).isNull();
        assertThat(request.header("Expect")).isNull();
        assertThat(request.header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 131_072, 3_000_001})
    void file_anySize_arrivesWhole(int size) throws Exception {
        byte[] content = noise(size);
        post(new RequestBody.FilePart(file(content), size)).whole();
        expectReceived(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 3_000_001})
    void stream_anySize_arrivesWhole(int size) throws Exception {
        byte[] content = noise(size);
        post(new RequestBody.Source(() -> new ByteArrayInputStream(content), size))
                .whole();
        expectReceived(content);
    }

    @Test
    void bytes_large_arriveWholeAndAreNotMoved() throws Exception {
        byte[] content = noise(5_000_000);
        ByteBuffer buffer = ByteBuffer.wrap(content);
        post(new RequestBody.Bytes(buffer)).whole();
        expectReceived(content);
        assertThat(buffer.position()).isZero();
    }

    @Test
    void mixedSegments_sentTwice_arriveWholeBothTimes() throws Exception {
        byte[] content = noise(200_000);
        Path file = file(content);
        RequestBody.Segment[] segments = {
            bytes("head "),
            new RequestBody.FilePart(file, content.length),
            bytes(""),
            new RequestBody.Source(() -> new ByteArrayInputStream(content), content.length),
            bytes(" tail")
        };
        byte[] all = new byte[2 * content.length + 10];
        System.arraycopy("head ".getBytes(StandardCharsets.UTF_8), 0, all, 0, 5);
        System.arraycopy(content, 0, all, 5, content.length);
        System.arraycopy(content, 0, all, 5 + content.length, content.length);
        System.arraycopy(" tail".getBytes(StandardCharsets.UTF_8), 0, all, all.length - 5, 5);
        for (int i = 0; i < 2; i++) {
            post(segments).whole();
            expectReceived(all);
        }
    }

    @Test
    void stream_isOpenedReadAndClosedOffTheIoThread() {
        AtomicReference<String> opened = new AtomicReference<>();
        AtomicInteger closed = new AtomicInteger();
        post(new RequestBody.Source(
                        () -> {
                            opened.set(Thread.currentThread().getName());
                            return new ByteArrayInputStream(new byte[100]) {
                                @Override
                                public void close() {
                                    closed.incrementAndGet();
                                }
                            };
                        },
                        100))
                .whole();

        assertThat(opened.get()).contains("FastRouterUpload");
        await().until(() -> closed.get() == 1);
    }

    private void expectUnsendable(Answer answer, String... message) {
        FastRouterException failure = answer.failed();
        assertThat(failure).isInstanceOf(FastRouterRequestException.class);
        assertThat(failure.getCode()).isEqualTo("unreadable_body");
        assertThat(failure.getMessage()).contains(message);
        await().until(() -> gateway.openConnections() == 0);
    }

    @Test
    void file_shorterThanSaid_fails() throws Exception {
        Path file = file(noise(1000));
        expectUnsendable(post(new RequestBody.FilePart(file, 1001)), "talk.wav", "1001", "1000");
    }

    @Test
    void file_shrinksWhileSent_fails() throws Exception {
        Path file = file(noise(2_000_000));
        RequestBody.Source shrinking = new RequestBody.Source(
                () -> {
                    Files.write(file, new byte[10], StandardOpenOption.TRUNCATE_EXISTING);
                    return new ByteArrayInputStream(new byte[1]);
                },
                1);
        expectUnsendable(post(shrinking, new RequestBody.FilePart(file, 2_000_000)), "talk.wav", "2000000");
    }

    @Test
    void file_missing_fails() {
        expectUnsendable(post(new RequestBody.FilePart(folder.resolve("gone.wav"), 10)), "gone.wav");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1001, 200_000})
    void stream_otherLengthThanSaid_fails(int length) {
        expectUnsendable(post(new RequestBody.Source(() -> new ByteArrayInputStream(new byte[length]), 1000)), "1000");
    }

    @Test
    void stream_throws_fails() {
        expectUnsendable(
                post(new RequestBody.Source(
                        () -> new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("disk on fire");
                            }
                        },
                        10)),
                "could not be read");
        expectUnsendable(
                post(new RequestBody.Source(
                        () -> {
                            throw new IllegalStateException("no stream");
                        },
                        10)),
                "could not be read");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusedWhileUploading_isReportedAsThatStatus(boolean keepReading) throws Exception {
        Path file = file(noise(20_000_000));
        try (RawServer server = new RawServer(socket -> refuse(socket, keepReading))) {
            for (int i = 0; i < 5; i++) {
                Answer answer = new Answer();
                client.post(
                        server.url(),
                        new RequestBody("audio/wav", List.of(new RequestBody.FilePart(file, 20_000_000))),
                        answer);

                assertThat(answer.whole().head().status()).isEqualTo(413);
                assertThat(answer.text()).isEqualTo("too large");
            }
        }
    }

    private static void refuse(Socket socket, boolean keepReading) throws IOException {
        RawServer.readHead(socket);
        RawServer.write(
                socket, "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 9\r\n\r\ntoo large");
        if (keepReading) {
            while (socket.getInputStream().read(new byte[100_000]) >= 0) {
                // like a server that drains what is on its way
            }
        }
    }

    @Test
    void answeredWhileUploading_endsWithTheAnswer() throws Exception {
        Path file = file(noise(50_000_000));
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            socket.getInputStream().read(new byte[1000]);
            while (socket.getInputStream().read() >= 0) {
                // slowly
            }
        })) {
            Answer answer = new Answer();
            client.post(
                    server.url(),
                    new RequestBody("audio/wav", List.of(new RequestBody.FilePart(file, 50_000_000))),
                    answer);

            assertThat(answer.whole().text()).isEqualTo("{}");
            await().until(() -> server.ended() == 1);
        }
    }
}
