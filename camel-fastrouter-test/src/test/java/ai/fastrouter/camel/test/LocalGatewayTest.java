package ai.fastrouter.camel.test;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.client.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalGatewayTest {

    @Test
    void chat_unscripted_answersAndJournals() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            var response = Call.chat(gateway, "hello there");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("chat.completion", "\"id\":\"fr_");
            RecordedRequest request = gateway.lastRequest();
            assertThat(request.operation()).isEqualTo(Operation.CHAT);
            assertThat(request.model()).isEqualTo("openai/gpt-4o");
            assertThat(request.header("authorization")).isEqualTo("Bearer sk-v1-test");
            assertThat(request.complete()).isTrue();
        }
    }

    @Test
    void stream_unscripted_endsWithDone() throws Exception {
        try (LocalGateway gateway =
                LocalGateway.builder().chunkDelay(Duration.ofMillis(2)).start()) {
            var response = Call.stream(gateway, "hello there");
            assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(response.body()).endsWith("data: [DONE]\n\n").contains("\"finish_reason\":\"stop\"");
        }
    }

    @Test
    void script_sequence_isUsedUpThenDefaultAnswers() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            Stub stub = gateway.onChat()
                    .reply(Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(2), Reply.chat("ok"));
            var first = Call.chat(gateway, "a");
            assertThat(first.statusCode()).isEqualTo(429);
            assertThat(first.headers().firstValue("retry-after")).hasValue("2");
            assertThat(Call.chat(gateway, "b").body()).contains("\"content\":\"ok\"");
            assertThat(Call.chat(gateway, "c").body()).contains("chat.completion");
            assertThat(stub.calls()).isEqualTo(2);
            assertThat(gateway.requests()).hasSize(3);
            assertThat(gateway.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void keepBodyUpTo_set_holdsForAllButJson() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().keepBodyUpTo(10).start()) {
            String url = gateway.baseUrl() + "/chat/completions";
            Call.CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(gateway.lastRequest().bytes()).hasSize(10);
            assertThat(gateway.lastRequest().size()).isEqualTo(100);
            Call.chat(gateway, "hello");
            assertThat(gateway.lastRequest().body()).isEqualTo(Call.chatJson("hello", false));
        }
    }
}
