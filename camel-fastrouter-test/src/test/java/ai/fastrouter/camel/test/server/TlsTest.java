package ai.fastrouter.camel.test.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.LocalGatewayBuilder;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.client.Http2Client;
import ai.fastrouter.camel.test.client.Http2Frames;
import ai.fastrouter.camel.test.client.SelfSigned;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TlsTest {

    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(SelfSigned.context())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Test
    void http1_overTls_isServed() throws Exception {
        try (LocalGateway gateway = secure().start()) {
            HttpResponse<String> response = stream(gateway);
            assertThat(gateway.baseUrl()).startsWith("https://");
            assertThat(response.body()).endsWith("data: [DONE]\n\n");
            assertThat(gateway.lastRequest().protocol()).isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void http2_manyRequests_shareOneConnection() throws Exception {
        try (LocalGateway gateway = secure().latency(Duration.ofMillis(50)).start();
                Http2Client http2 = new Http2Client(gateway)) {
            List<Future<Message<org.apache.hc.core5.http.HttpResponse, String>>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(http2.chat(Call.chatJson("hello", i % 2 == 0)));
            }
            for (Future<Message<org.apache.hc.core5.http.HttpResponse, String>> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS).getBody()).contains("Hello!");
            }
            assertThat(gateway.peakConnections()).isEqualTo(1);
            assertThat(gateway.lastRequest().protocol()).isEqualTo("HTTP/2.0");
            assertThat(gateway.activeRequests()).isZero();
        }
    }

    @Test
    void http2_faults_failTheClient() throws Exception {
        try (LocalGateway gateway = secure().start()) {
            gateway.onChat().reply(Reply.generated("audio/wav", 1_000_000).cutAfter(200_000), Reply.dropConnection());
            for (int i = 0; i < 2; i++) {
                // a client of its own for each: it may not notice at once that its connection is gone
                try (Http2Client http2 = new Http2Client(gateway)) {
                    assertThatThrownBy(() ->
                                    http2.chat(Call.chatJson("hello", false)).get(30, TimeUnit.SECONDS))
                            .isInstanceOf(ExecutionException.class);
                }
            }
            try (Http2Client http2 = new Http2Client(gateway)) {
                assertThat(http2.chat(Call.chatJson("hello", false))
                                .get(30, TimeUnit.SECONDS)
                                .getBody())
                        .contains("Hello!");
            }
        }
    }

    @Test
    void http2_cancelledStream_isNoticed() throws Exception {
        try (LocalGateway gateway = secure().start();
                Http2Frames http2 = new Http2Frames(gateway)) {
            gateway.onChat().reply(Reply.stream("a").holdOpenAfterDone());
            http2.chat(Call.chatJson("hello", true));
            RecordedRequest request = gateway.takeRequest(Duration.ofSeconds(30));
            http2.cancel();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(request::disconnected);
            assertThat(gateway.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void clientLeaving_overTls_isNoticed() throws Exception {
        try (LocalGateway gateway = secure().start()) {
            gateway.onChat().reply(Reply.hang());
            CompletableFuture<?> call = client.sendAsync(request(gateway), HttpResponse.BodyHandlers.ofString());
            RecordedRequest request = gateway.takeRequest(Duration.ofSeconds(30));
            call.cancel(true);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(request::disconnected);
        }
    }

    @Test
    void cutAfter_overTls_failsTheClient() {
        try (LocalGateway gateway = secure().start()) {
            gateway.onChat().reply(Reply.generated("audio/wav", 1_000_000).cutAfter(200_000));
            assertThatThrownBy(() -> stream(gateway)).isInstanceOf(IOException.class);
        }
    }

    private static LocalGatewayBuilder secure() {
        return LocalGateway.builder().tls(SelfSigned.context());
    }

    private HttpResponse<String> stream(LocalGateway gateway) throws Exception {
        return client.send(request(gateway), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(LocalGateway gateway) {
        return Call.to(gateway.baseUrl() + "/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString(Call.chatJson("hello", true)))
                .build();
    }
}
