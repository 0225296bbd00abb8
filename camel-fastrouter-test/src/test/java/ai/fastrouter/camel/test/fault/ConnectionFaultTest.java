package ai.fastrouter.camel.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.RawClient;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.ByteArrayInputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFaultTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final LocalGateway gateway = GATEWAY.gateway();

    @Test
    void dropConnection_endsWithoutAByte() throws Exception {
        gateway.onChat().reply(Reply.dropConnection());
        try (RawClient client = new RawClient(gateway).chat(false)) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void resetConnection_resets() throws Exception {
        gateway.onChat().reply(Reply.resetConnection());
        try (RawClient client = new RawClient(gateway).chat(false)) {
            assertThatThrownBy(client::rest).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5_000, 300_000})
    void cutAfter_declaredLength_endsAfterExactlySoManyBytes(int bytes) throws Exception {
        gateway.onChat()
                .reply(Reply.generated("application/octet-stream", 400_000).cutAfter(bytes));
        try (RawClient client = new RawClient(gateway).chat(false)) {
            assertThat(client.head()).contains("200 OK").containsIgnoringCase("content-length: 400000");
            assertThat(client.rest()).hasSize(bytes);
        }
    }

    @Test
    void cutAfter_stream_endsInsideTheStream() throws Exception {
        gateway.onChat().reply(Reply.stream("one", "two", "three").cutAfter(250));
        try (RawClient client = new RawClient(gateway).chat(true)) {
            assertThat(client.head()).containsIgnoringCase("transfer-encoding: chunked");
            String rest = new String(client.rest(), StandardCharsets.UTF_8);
            assertThat(rest).contains("data: {").doesNotContain("[DONE]").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void resetAfter_resetsInsideTheBody() throws Exception {
        gateway.onChat()
                .reply(Reply.generated("application/octet-stream", 10_000_000).resetAfter(1_000_000));
        try (RawClient client = new RawClient(gateway).chat(false)) {
            client.head();
            assertThatThrownBy(client::rest).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void stallAfter_sendsSoMuchAndStaysOpen() throws Exception {
        gateway.onChat()
                .reply(Reply.generated("application/octet-stream", 1_000).stallAfter(10));
        try (RawClient client = new RawClient(gateway).chat(false)) {
            client.head();
            assertThat(client.bytes(10)).hasSize(10);
            client.socket.setSoTimeout(100);
            assertThatThrownBy(client::packet).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void hang_neverAnswersUntilTheGatewayCloses() throws Exception {
        try (LocalGateway own = LocalGateway.start();
                RawClient client = new RawClient(own)) {
            own.onChat().reply(Reply.hang());
            client.chat(false).socket.setSoTimeout(100);
            assertThatThrownBy(client::packet).isInstanceOf(SocketTimeoutException.class);
            assertThat(own.activeRequests()).isEqualTo(1);
            own.close();
            client.socket.setSoTimeout(20_000);
            assertThatThrownBy(() -> {
                        if (client.rest().length == 0) {
                            throw new SocketException("closed");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void delay_headWaits() throws Exception {
        gateway.onChat().reply(Reply.chat("x").delay(Duration.ofMillis(150)));
        long start = System.nanoTime();
        assertThat(Call.chat(gateway, "a").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
    }

    @Test
    void bodyDelay_headComesAtOnce() throws Exception {
        gateway.onChat().reply(Reply.chat("x").bodyDelay(Duration.ofSeconds(3)));
        long start = System.nanoTime();
        try (RawClient client = new RawClient(gateway).chat(false)) {
            client.head();
            assertThat(client.socket.getInputStream().available()).isZero();
            assertThat(client.packet()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void packetDelay_packetsComeOneByOne() throws Exception {
        byte[] packet = {1, 2, 3};
        gateway.onChat().reply(Reply.raw("audio/pcm", packet, packet, packet).packetDelay(Duration.ofMillis(60)));
        // Two pauses lie between three packets; the clock runs from before the request, so it can't be late.
        long start = System.nanoTime();
        try (RawClient client = new RawClient(gateway).chat(false)) {
            client.head();
            for (int i = 0; i < 3; i++) {
                assertThat(client.chunk()).containsExactly(1, 2, 3);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(120));
        }
    }

    @Test
    void gzip_streamed_decompresses() throws Exception {
        gateway.onChat().reply(Reply.stream("one", "two").gzip());
        HttpRequest request = Call.to(gateway.baseUrl() + "/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString(Call.chatJson("x", true)))
                .build();
        HttpResponse<byte[]> response = Call.CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).endsWith("data: [DONE]\n\n");
        }
    }

    @Test
    void contentLength_tooLarge_endsTheConnectionShort() throws Exception {
        gateway.onChat().reply(Reply.json("{}").header("Content-Length", "10"));
        try (RawClient client = new RawClient(gateway).chat(false)) {
            assertThat(client.head()).containsIgnoringCase("content-length: 10");
            assertThat(client.rest()).hasSize(2);
        }
    }

    @Test
    void retryAfter_threeForms_areSent() throws Exception {
        gateway.onChat()
                .reply(
                        Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(2),
                        Reply.error(503, Envelope.E2, "slow").retryAfterDate(Instant.parse("2026-01-02T03:04:05Z")),
                        Reply.error(429, Envelope.E6, "slow").retryAfterMillis(1500));
        assertThat(Call.chat(gateway, "a").headers().firstValue("retry-after")).hasValue("2");
        assertThat(Call.chat(gateway, "a").headers().firstValue("retry-after"))
                .hasValue("Fri, 2 Jan 2026 03:04:05 GMT");
        assertThat(Call.chat(gateway, "a").headers().firstValue("retry-after-ms"))
                .hasValue("1500");
    }

    @Test
    void redirect_isSent() throws Exception {
        gateway.onChat().reply(Reply.redirect("https://elsewhere.example/"));
        HttpResponse<String> response = Call.chat(gateway, "a");
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("location")).hasValue("https://elsewhere.example/");
    }

    @Test
    void byDefault_withFault_answersTheUsualCut() throws Exception {
        gateway.onChat().reply(Reply.byDefault().cutAfter(20).header("x-extra", "1"));
        try (RawClient client = new RawClient(gateway).chat(false)) {
            assertThat(client.head()).contains("x-extra: 1");
            assertThat(new String(client.rest(), StandardCharsets.UTF_8))
                    .hasSize(20)
                    .startsWith("{\"id\":\"fr_");
        }
    }

    @Test
    void from_throwing_answers500() throws Exception {
        gateway.onChat().reply(Reply.from(request -> {
            throw new IllegalStateException("mine");
        }));
        HttpResponse<String> response = Call.chat(gateway, "a");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("The script failed", "mine");
    }

    @Test
    void file_missing_answers500() throws Exception {
        gateway.onChat().reply(Reply.file("audio/wav", Path.of("no-such-file.wav")), Reply.chat("next"));
        HttpResponse<String> response = Call.chat(gateway, "a");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("The script failed", "no-such-file.wav");
        assertThat(Call.chat(gateway, "a").body()).contains("next");
    }

    @Test
    void matcher_throwing_answers500() throws Exception {
        gateway.on(request -> {
                    throw new IllegalStateException("mine");
                })
                .reply(Reply.chat("never"));
        HttpResponse<String> response = Call.chat(gateway, "a");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("The script failed", "mine");
    }
}
