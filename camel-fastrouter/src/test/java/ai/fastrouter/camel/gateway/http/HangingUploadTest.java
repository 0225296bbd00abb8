package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that can't be read for now: what stands still, and what goes on. */
class HangingUploadTest {

    private static final int READERS = 32;

    @TempDir
    Path folder;

    private final LocalGateway gateway = LocalGateway.start();
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

    private static long uploadThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("FastRouterUpload"))
                .count();
    }

    /** A pipe to which nobody writes stands for a file on a dead server. */
    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe.wav");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    /** Lets the thread go that hangs in it. */
    private static void release(Path pipe) throws IOException {
        FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)
                .close();
    }

    private Call send(Timeouts limits, Answer answer, RequestBody.Segment segment) {
        return client.send(url, new RequestBody("audio/wav", List.of(segment)), limits, answer);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void fileHangs_limitsHoldAllTheSame() throws Exception {
        Path pipe = pipe();
        Answer answer = new Answer();
        try {
            send(new Timeouts(10_000, 0, 300, 0), answer, new RequestBody.FilePart(pipe, 10));

            assertThat(answer.failed()).isInstanceOf(FastRouterTransientException.class);
            assertThat(answer.failed().getCode()).isEqualTo("idle_timeout");
            assertThat(answer.failed().getMessage()).contains("300 ms");
        } finally {
            release(pipe);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void fileHangs_cancelEndsTheCall() throws Exception {
        Path pipe = pipe();
        Answer answer = new Answer();
        try {
            Call call = send(TestClient.PATIENT, answer, new RequestBody.FilePart(pipe, 10));
            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.openConnections() == 1);
            CompletableFuture.runAsync(call::cancel);

            assertThat(answer.failed().getCode()).isEqualTo("cancelled");
        } finally {
            release(pipe);
        }
    }

    @Test
    void manyStreamsThatHang_takeFewThreads_andAllAreReadInTheEnd() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger opened = new AtomicInteger();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Answer answer = new Answer();
            send(
                    new Timeouts(20_000, 60_000, 60_000, 0),
                    answer,
                    new RequestBody.Source(
                            () -> {
                                opened.incrementAndGet();
                                TimeoutsTest.awaitQuietly(goOn);
                                return new ByteArrayInputStream(new byte[100]);
                            },
                            100));
            answers.add(answer);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() == READERS);
        await().during(Duration.ofMillis(200)).until(() -> uploadThreads() <= READERS);

        goOn.countDown();

        answers.forEach(Answer::whole);
        assertThat(opened.get()).isEqualTo(200);
    }

    @Test
    void moreStreamsThanThreadsHang_cancelled_areClosed() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < READERS + 8; i++) {
            InputStream hanging = new PipedInputStream(new PipedOutputStream()) {
                @Override
                public void close() throws IOException {
                    closed.incrementAndGet();
                    super.close();
                }
            };
            calls.add(send(
                    TestClient.PATIENT,
                    new Answer(),
                    new RequestBody.Source(
                            () -> {
                                opened.incrementAndGet();
                                return hanging;
                            },
                            100)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() == READERS);

        calls.forEach(Call::cancel);

        await().atMost(Duration.ofSeconds(20)).until(() -> closed.get() >= READERS && closed.get() == opened.get());
    }
}
