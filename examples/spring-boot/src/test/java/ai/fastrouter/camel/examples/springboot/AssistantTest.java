package ai.fastrouter.camel.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Talks to the whole service over HTTP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "fastrouter.api.key=",
            "jingles.dir=target/jingles",
            "local-gateway.job-time=3s",
            "camel.component.fastrouter.job-poll-delay=50",
            "camel.component.fastrouter.job-poll-max-delay=200"
        })
@Timeout(30)
class AssistantTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private LocalGateway gateway;

    @Autowired
    private Jingles jingles;

    @Autowired
    private ServletWebServerApplicationContext server;

    @BeforeEach
    void forgetScripts() {
        gateway.reset();
    }

    @Test
    void chat_question_isAnswered() throws Exception {
        HttpResponse<String> response = post("/chat", "text/plain", "What is 6 times 7?");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("42");
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    }

    @Test
    void chat_gatewayIsBusy_clientIsToldSo() throws Exception {
        gateway.onChat().always(Reply.error(429, Envelope.E1, "slow down").retryAfterSeconds(7));

        HttpResponse<String> response = post("/chat", "text/plain", "Hello");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("slow down");
    }

    @Test
    void chat_nothingAsked_isARequestFailure() throws Exception {
        HttpResponse<String> response = post("/chat", "text/plain", " ");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The body is empty");
        assertThat(gateway.requests(Operation.CHAT)).isEmpty();
    }

    @Test
    void chatStream_question_comesAsEventsUpToTheLast() throws Exception {
        HttpResponse<String> response = CLIENT.send(
                to("/chat/stream?question=What%20is%20the%20capital%20of%20Italy%3F")
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(response.body()).startsWith("data: {").contains("Rome").endsWith("data: [DONE]\n\n");
    }

    @Test
    void chatStream_eventsComeWhileTheModelTalks_andItStopsWhenTheClientLeaves() throws Exception {
        gateway.onChat()
                .always(Reply.stream(Collections.nCopies(600, "and so on ").toArray(String[]::new))
                        .packetDelay(Duration.ofMillis(50)));

        HttpResponse<InputStream> response = CLIENT.send(
                to("/chat/stream").POST(BodyPublishers.ofString("Talk")).build(), BodyHandlers.ofInputStream());
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).startsWith("data: {");
            assertThat(gateway.activeRequests()).isEqualTo(1);
        }

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(gateway.lastRequest().disconnected()).isTrue());
    }

    @Test
    void speech_text_isSpokenInTheVoiceThatWasAskedFor() throws Exception {
        HttpResponse<byte[]> response = CLIENT.send(
                to("/speech?voice=echo")
                        .POST(BodyPublishers.ofString("Good morning"))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-type")).hasValue("audio/mpeg");
        assertThat(Voice.hear(new ByteArrayInputStream(response.body()))).hasValue("Good morning");
        assertThat(gateway.lastRequest().json().path("voice").asText()).isEqualTo("echo");
    }

    @Test
    void transcription_rawRecording_isHeard() throws Exception {
        HttpResponse<String> response = CLIENT.send(
                to("/transcription")
                        .header("Content-Type", "audio/wav")
                        .POST(BodyPublishers.ofByteArray(recording("One, two, three")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("One, two, three");
    }

    @Test
    void transcription_recordingInAForm_isHeardAndDeleted() throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"call.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(recording("Hello from a form"));
        form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));

        HttpResponse<String> response = CLIENT.send(
                to("/transcription")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("Hello from a form");
        assertThat(gateway.lastRequest().parts()).anyMatch(part -> "call.wav".equals(part.fileName()));
        File uploads = (File) server.getServletContext().getAttribute("jakarta.servlet.context.tempdir");
        Awaitility.await()
                .untilAsserted(() -> assertThat(uploads.listFiles(File::isFile)).isEmpty());
    }

    @Test
    void jingle_ordered_isReadyLater() throws Exception {
        HttpResponse<String> order = post("/jingles", "text/plain", "Bells and a kettle");

        assertThat(order.statusCode()).as(order.body()).isEqualTo(202);
        String jingle = order.headers().firstValue("location").orElseThrow();
        assertThat(get(jingle).statusCode()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> get(jingle).statusCode() == 200);
        HttpResponse<byte[]> audio = get(jingle);
        assertThat(audio.headers().firstValue("content-type")).hasValue("audio/wav");
        assertThat(Voice.hear(new ByteArrayInputStream(audio.body()))).hasValue("Bells and a kettle");
        assertThat(gateway.requests(Operation.SUBMIT)).hasSize(1);
    }

    @Test
    void jingle_refused_isNotRemembered() throws Exception {
        gateway.onSubmit().always(Reply.error(400, Envelope.E1, "no such tune"));
        int known = states().size();

        HttpResponse<String> order = post("/jingles", "text/plain", "Bells and a kettle");

        assertThat(order.statusCode()).isEqualTo(400);
        assertThat(order.body()).contains("no such tune");
        assertThat(states()).hasSize(known);
    }

    @Test
    void jingle_nobodyOrdered_isNotFound() throws Exception {
        assertThat(get("/jingles/..%2f..%2fsecret").statusCode()).isIn(400, 404);
        assertThat(get("/jingles/other").statusCode()).isEqualTo(404);
    }

    @Test
    void health_endpoints_areUp() throws Exception {
        post("/chat", "text/plain", "Hello");

        String health = new String(get("/actuator/health").body(), StandardCharsets.UTF_8);
        assertThat(health)
                .contains("\"status\":\"UP\"")
                .contains("\"producer:fastrouter-chat-")
                .contains("\"producer:fastrouter-speech-");
    }

    @Test
    void metrics_ofACall_areShown() throws Exception {
        post("/chat", "text/plain", "Hello");

        HttpResponse<byte[]> response = get("/actuator/metrics/gen_ai.client.operation.duration");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("\"COUNT\"")
                .contains("gen_ai.request.model");
    }

    private Map<?, ?> states() {
        return (Map<?, ?>) ReflectionTestUtils.getField(jingles, "states");
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return CLIENT.send(
                to(path).header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(to(path).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static byte[] recording(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Voice.speak(text, AudioFormat.WAV, 1, out);
        return out.toByteArray();
    }
}
