package ai.fastrouter.camel.test.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.LocalGatewayBuilder;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MODEL = "\"model\":\"ace-step/prompt-to-audio\"";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final LocalGateway gateway = GATEWAY.gateway();

    @Test
    void job_polled_goesThroughItsStatesAndHasAudio() throws Exception {
        JsonNode job = submit(gateway);
        assertThat(job.path("status").asText()).isEqualTo("IN_QUEUE");
        assertThat(job.path("queue_position").asInt()).isEqualTo(3);
        assertThat(job.has("choices")).isFalse();
        assertThat(gateway.lastRequest().operation()).isEqualTo(Operation.SUBMIT);

        assertThat(poll(job).path("status").asText()).isEqualTo("IN_QUEUE");
        assertThat(poll(job).path("status").asText()).isEqualTo("IN_PROGRESS");
        JsonNode done = poll(job);
        assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(done.path("chat_id")).isEqualTo(job.path("chat_id"));
        assertThat(done.path("duration").asDouble()).isEqualTo(2.0);

        HttpRequest download = HttpRequest.newBuilder(
                        URI.create(done.path("audio_url").asText()))
                .build();
        HttpResponse<byte[]> audio = Call.CLIENT.send(download, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(audio.headers().firstValue("content-type")).hasValue("audio/wav");
        assertThat(audio.body()).hasSize(44 + 2 * 48_000);
        assertThat(Voice.hear(new ByteArrayInputStream(audio.body()))).hasValue("calm rain");
    }

    @Test
    void jobsFile_gatewayStartedAnew_knowsItsJobs(@TempDir Path directory) throws Exception {
        LocalGatewayBuilder builder =
                LocalGateway.builder().jobTime(Duration.ofMillis(300)).jobsFile(directory.resolve("kept/jobs"));
        String responseUrl;
        try (LocalGateway first = builder.start()) {
            responseUrl = submit(first).path("response_url").asText();
        }
        try (LocalGateway second = builder.start()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> poll(second, responseUrl).has("audio_url"));
            second.reset();
        }
        assertThat(directory.resolve("kept/jobs")).doesNotExist();
    }

    @Test
    void job_timed_goesThroughItsStatesInOrder() throws Exception {
        try (LocalGateway timed =
                LocalGateway.builder().jobTime(Duration.ofMillis(600)).start()) {
            JsonNode job = submit(timed);
            List<String> states = new ArrayList<>();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        JsonNode state = poll(timed, job.path("response_url").asText());
                        String shown = state.path("status").asText()
                                + state.path("queue_position").asText();
                        if (!states.contains(shown)) {
                            states.add(shown);
                        }
                        return shown.equals("COMPLETED");
                    });
            // A slow machine may miss some of them.
            assertThat(List.of("IN_QUEUE3", "IN_QUEUE2", "IN_QUEUE1", "IN_PROGRESS0", "COMPLETED"))
                    .containsSubsequence(states);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,IN_QUEUE,3",
        "99,IN_QUEUE,3",
        "101,IN_QUEUE,2",
        "201,IN_QUEUE,1",
        "299,IN_QUEUE,1",
        "300,IN_PROGRESS,0",
        "599,IN_PROGRESS,0",
        "600,COMPLETED,0"
    })
    void job_timed_isWhereItsTimePutsIt(long millis, String status, int position) {
        Job job = new Job("id", "chat", "calm rain", 2, 1_000, Duration.ofMillis(600));
        assertThat(job.poll(1_000 + millis)).isEqualTo(new Job.State(status, position));
    }

    @Test
    void jobsFile_tornInTheMiddleOfALine_keepsTheOthers(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("jobs");
        LocalGatewayBuilder builder = LocalGateway.builder().jobsFile(file);
        List<String> urls = new ArrayList<>();
        try (LocalGateway first = builder.start()) {
            urls.add(submit(first).path("response_url").asText());
        }
        byte[] torn = "\n{\"id\":\"x\",\"prompt\":\"Z\u00fc".getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        try (LocalGateway second = builder.start()) {
            urls.add(submit(second).path("response_url").asText());
        }
        try (LocalGateway third = builder.start()) {
            for (String url : urls) {
                assertThat(poll(third, url).path("status").asText()).isEqualTo("IN_QUEUE");
            }
        }
    }

    @Test
    void replies_scripted_keepTheIdsOfTheJob() throws Exception {
        JsonNode job = submit(gateway);
        String url = gateway.mediaUrl("x.wav");
        gateway.onPoll()
                .reply(
                        JobReply.queued(7),
                        JobReply.completedWithoutAudio(),
                        JobReply.finished(url, 3),
                        JobReply.finishedUpstream(url),
                        JobReply.finishedInside("output", url),
                        JobReply.finishedHosted(url),
                        JobReply.failed("no luck"));
        JsonNode queued = poll(job);
        assertThat(queued.path("queue_position").asInt()).isEqualTo(7);
        assertThat(queued.path("request_id")).isEqualTo(job.path("request_id"));
        assertThat(queued.path("response_url")).isEqualTo(job.path("response_url"));
        assertThat(poll(job).has("audio_url")).isFalse();
        assertThat(poll(job).path("audio_url").asText()).isEqualTo(url);
        JsonNode upstream = poll(job);
        assertThat(upstream.at("/audio/url").asText()).isEqualTo(url);
        assertThat(upstream.has("status")).isFalse();
        assertThat(poll(job).at("/output/audio/url").asText()).isEqualTo(url);
        assertThat(poll(job).at("/fastrouter_assets/urls/0").asText()).isEqualTo(url);
        assertThat(poll(job).path("status").asText()).isEqualTo("FAILED");
    }

    @Test
    void poll_unknownJob_is404() throws Exception {
        HttpResponse<String> response = Call.post(
                gateway.baseUrl() + "/getPromptToAudioResponse",
                "{\"url\":\"https://queue.example/requests/x\"," + MODEL + "}");
        assertThat(response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/chat/completions | {M} | prompt is required",
                "/chat/completions | {'prompt':'x','duration':0,M} | duration must be an integer",
                "/chat/completions | {'prompt':'x','duration':2.5,M} | duration must be an integer",
                "/chat/completions | {'prompt':'x','stream':true,M} | stream must not be true",
                "/getPromptToAudioResponse | {M} | url is required",
                "/getPromptToAudioResponse | {'url':'https://a/'} | model is required",
                "/getPromptToAudioResponse | {'url':'ftp://a/',M} | url must be an http(s) URL",
            })
    void field_wrong_isRefusedByName(String path, String json, String message) throws Exception {
        HttpResponse<String> response =
                Call.post(gateway.baseUrl() + path, json.replace('\'', '"').replace("M", MODEL));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(message);
    }

    private static JsonNode submit(LocalGateway gateway) throws Exception {
        String body = Call.post(
                        gateway.baseUrl() + "/chat/completions",
                        "{\"prompt\":\"calm rain\",\"duration\":2," + MODEL + "}")
                .body();
        return MAPPER.readTree(body);
    }

    private JsonNode poll(JsonNode job) throws Exception {
        return poll(gateway, job.path("response_url").asText());
    }

    private static JsonNode poll(LocalGateway gateway, String url) throws Exception {
        return MAPPER.readTree(
                Call.post(gateway.baseUrl() + "/getPromptToAudioResponse", "{\"url\":\"" + url + "\"," + MODEL + "}")
                        .body());
    }
}
