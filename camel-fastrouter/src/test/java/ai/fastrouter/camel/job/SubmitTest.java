package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.JobDeskAccess;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One POST, and what comes of it. */
class SubmitTest extends JobTestSupport {

    private static final String URI = "fastrouter:prompt-to-audio";

    private JsonNode sent() {
        assertThat(submits()).hasSize(1);
        return submits().get(0).json();
    }

    @Test
    void body_sent_isThePromptInBothPlaces() {
        Exchange exchange = send(URI + "?duration=10", "calm rain with soft piano");

        assertThat(exchange.getException()).isNull();
        assertThat(sent().toString())
                .isEqualTo(
                        "{\"model\":\"ace-step/prompt-to-audio\",\"prompt\":\"calm rain with soft piano\","
                                + "\"duration\":10,\"messages\":[{\"role\":\"user\",\"content\":\"calm rain with soft piano\"}]}");
        assertThat(submits().get(0).path()).isEqualTo("/api/v1/chat/completions");
        assertThat(submits().get(0).header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void answer_becomesTheJobAndItsHeaders() {
        Exchange exchange = send(URI, "rain");

        AudioJob job = exchange.getMessage().getBody(AudioJob.class);
        assertThat(job.status()).isEqualTo("IN_QUEUE");
        assertThat(job.queuePosition()).isEqualTo(3);
        assertThat(job.responseUrl()).startsWith("https://queue.example/requests/");
        assertThat(job.submittedAt()).isNotNull();
        assertThat(job.usage().provider()).isEqualTo("falai");
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(FastRouterConstants.JOB_ID, job.requestId())
                .containsEntry(FastRouterConstants.CHAT_ID, job.chatId())
                .containsEntry(FastRouterConstants.RESPONSE_ID, job.chatId())
                .containsEntry(FastRouterConstants.JOB_STATUS, "IN_QUEUE")
                .containsEntry(FastRouterConstants.JOB_RESPONSE_URL, job.responseUrl())
                .containsEntry(FastRouterConstants.JOB_QUEUE_POSITION, 3)
                .containsEntry(FastRouterConstants.CREDITS_USED, new BigDecimal("0.05"))
                .containsEntry(FastRouterConstants.PROVIDER, "falai")
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 200);
        assertThat(polls()).isEmpty();
    }

    @Test
    void headers_overrideOptions() {
        send(
                URI + "?duration=10&model=a/b&prompt=option",
                "body",
                Map.of(
                        FastRouterConstants.PROMPT, "header",
                        FastRouterConstants.DURATION, "7",
                        FastRouterConstants.MODEL, "c/d"));

        JsonNode sent = gateway().lastRequest().json();
        assertThat(sent.path("prompt").asText()).isEqualTo("header");
        assertThat(sent.path("duration").asInt()).isEqualTo(7);
        assertThat(sent.path("model").asText()).isEqualTo("c/d");
    }

    @Test
    void emptyBody_takesThePromptOption() {
        send(URI + "?prompt=wind&includeMessages=false&additionalBody.seed=42&additionalBody.tags=lofi", null);

        assertThat(sent().toString())
                .isEqualTo(
                        "{\"model\":\"ace-step/prompt-to-audio\",\"prompt\":\"wind\",\"seed\":42,\"tags\":\"lofi\"}");
    }

    @Test
    void noPrompt_isRefusedBeforeAnythingIsSent() {
        assertThat(send(URI, " ").getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("CamelFastRouterPrompt");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void bodyThatIsNoText_isRefusedBeforeAnythingIsSent() {
        assertThat(send(URI, new Object()).getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("java.lang.Object");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void durationOutOfRange_isRefusedByNameValueAndRange() {
        assertThat(send(URI, "rain", Map.of(FastRouterConstants.DURATION, 0)).getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("CamelFastRouterDuration=0")
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> send(URI + "?duration=0", "rain")).hasStackTraceContaining("duration=0");
        assertThat(gateway().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobPollDelay=0",
                "jobPollMultiplier=0.5",
                "jobPollJitter=2",
                "jobTimeout=0",
                "maxConcurrentPolls=0",
                "maxConcurrentDownloads=0",
                "maximumRedeliveries=-2",
                "nodeTimeout=10",
                "repositoryScanDelay=1",
                "maxDownloadSize=-1",
                "maxPendingJobs=0"
            })
    void optionOutOfRange_failsTheStartAndIsNamed(String option) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:bad").to(URI + "?" + option);
                    }
                }))
                .hasStackTraceContaining("Option " + option);
    }

    @Test
    void immediateResult_isAFinishedJob() {
        gateway().onSubmit().reply(JobReply.finishedUpstream("https://media.example/a.wav"));

        AudioJob job = send(URI, "rain").getMessage().getBody(AudioJob.class);

        assertThat(job.status()).isEqualTo("COMPLETED");
        assertThat(job.audioUrl()).isEqualTo("https://media.example/a.wav");
        assertThat(job.finishedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 408, 409})
    void failureThatLeavesItOpen_isNotTransientAndSaysSo(int status) {
        gateway().onSubmit().reply(Reply.error(status, Envelope.E1, "trouble"));

        Exception failure = send(URI, "rain").getException();

        assertThat(failure)
                .isInstanceOf(FastRouterJobException.class)
                .isNotInstanceOf(FastRouterTransientException.class)
                .hasMessageContaining("may be billed")
                .hasMessageContaining("not sent again");
        assertThat(((FastRouterJobException) failure).getCode()).isEqualTo("submit_uncertain");
        assertThat(((FastRouterJobException) failure).getStatus()).isEqualTo(status);
        assertThat(submits()).hasSize(1);
    }

    @Test
    void connectionLostAfterSending_isUncertainAndNotRepeated() {
        gateway().onSubmit().always(Reply.dropConnection());

        assertThat(send(URI, "rain").getException())
                .isInstanceOfSatisfying(
                        FastRouterJobException.class,
                        e -> assertThat(e.getCode()).isEqualTo("submit_uncertain"));
        assertThat(submits()).hasSize(1);
    }

    @Test
    void noAnswerInTime_isUncertain() {
        gateway().onSubmit().always(Reply.hang());

        assertThat(send(URI + "?firstByteTimeout=100", "rain").getException())
                .isInstanceOfSatisfying(
                        FastRouterJobException.class,
                        e -> assertThat(e.getCode()).isEqualTo("submit_uncertain"));
        assertThat(submits()).hasSize(1);
    }

    @Test
    void failureBeforeAnythingIsSent_isTransient() {
        Exception failure = send(URI + "?baseUrl=http://127.0.0.1:1/v1", "rain").getException();

        assertThat(failure).isInstanceOf(FastRouterTransientException.class);
        assertThat(((FastRouterTransientException) failure).getCode()).isEqualTo("connect_failed");
    }

    @Test
    void refusals_areTheUsualFailures() {
        gateway()
                .onSubmit()
                .reply(
                        Reply.error(401, Envelope.E1, "no"),
                        Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(2),
                        Reply.error(503, Envelope.E1, "busy"),
                        Reply.error(400, Envelope.E1, "bad"));

        assertThat(send(URI, "rain").getException()).isInstanceOf(FastRouterAuthenticationException.class);
        assertThat(send(URI, "rain").getException()).isInstanceOf(FastRouterRateLimitException.class);
        assertThat(send(URI, "rain").getException()).isInstanceOf(FastRouterTransientException.class);
        assertThat(send(URI, "rain").getException()).isInstanceOf(FastRouterRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "no json", "{\"choices\":[]}"})
    void answerThatNamesNoJob_isAFailureThatSaysThereMayBeOne(String body) {
        gateway().onSubmit().reply(Reply.json(body));

        assertThat(send(URI, "rain").getException())
                .isInstanceOfSatisfying(
                        FastRouterJobException.class,
                        e -> assertThat(e.getCode()).isEqualTo("unexpected_answer"))
                .hasMessageContaining("may be billed");
    }

    @Test
    void answerWithAnError_isAFailedJob() {
        gateway().onSubmit().reply(JobReply.failed("no such voice"));

        assertThat(send(URI, "rain").getException())
                .isInstanceOfSatisfying(FastRouterJobException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("job_failed");
                    assertThat(e.getJob().requestId()).isNotNull();
                })
                .hasMessageContaining("no such voice");
    }

    @Test
    void job_withoutAConsumer_isKeptOnlyOnDemand() {
        send(URI, "rain");
        assertThat(desk().memory(10).getKeys()).isEmpty();

        Exchange kept = send(URI + "?store=true", "rain", Map.of("customer", "c-1", "CamelX", "x"));

        String id = kept.getMessage().getBody(AudioJob.class).requestId();
        assertThat(desk().memory(10).getKeys()).containsExactly(id);
        Exchange row = desk().memory(10).get(context, id);
        assertThat(row.getMessage().getHeaders())
                .containsEntry("customer", "c-1")
                .doesNotContainKey("CamelX");
    }

    @Test
    void fullMemory_refusesTheNextJobBeforeItIsSent() {
        List<String> two = List.of("a", "b");
        two.forEach(prompt -> send(URI + "?store=true&maxPendingJobs=2", prompt));

        Exception failure = send(URI + "?store=true", "c").getException();

        assertThat(failure).isInstanceOf(FastRouterTransientException.class).hasMessageContaining("maxPendingJobs=2");
        assertThat(submits()).hasSize(2);
    }

    @Test
    void failedSubmit_givesItsPlaceBack() {
        gateway().onSubmit().reply(Reply.error(400, Envelope.E1, "bad"));
        send(URI + "?store=true&maxPendingJobs=1", "a");

        assertThat(send(URI + "?store=true", "b").getException()).isNull();
    }

    private JobDesk desk() {
        return JobDeskAccess.of(context);
    }
}
