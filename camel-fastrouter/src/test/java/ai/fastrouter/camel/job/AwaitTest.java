package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.job.report.AudioJobProgressEvent;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code await=true}: the exchange goes on when the audio is there. */
class AwaitTest extends AwaitTestSupport {

    @Test
    void job_queuedWorkedOnAndDone_becomesItsAudio() throws Exception {
        Exchange exchange = send(URI, "rain");

        assertThat(exchange.getException()).isNull();
        byte[] audio = exchange.getMessage().getBody(byte[].class);
        assertThat(audio).startsWith('R', 'I', 'F', 'F').hasSize(44 + 2 * 48_000);
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(Exchange.CONTENT_TYPE, "audio/wav")
                .containsEntry(Exchange.CONTENT_LENGTH, 96_044L)
                .containsEntry(FastRouterConstants.JOB_STATUS, "COMPLETED")
                .containsEntry(FastRouterConstants.JOB_POLLS, 3);
        AudioJob job = (AudioJob) headers.get(FastRouterConstants.JOB);
        assertThat(job.duration()).isEqualByComparingTo("2");
        assertThat(job.finishedAt()).isAfterOrEqualTo(job.submittedAt());
        assertThat(submits()).hasSize(1);
        assertThat(polls()).hasSize(3);
    }

    @Test
    void polls_carryTheKeyAndTheAddressAsDataOnly() {
        send(URI, "rain");

        RecordedRequest poll = polls().get(0);
        assertThat(poll.path()).isEqualTo("/api/v1/getPromptToAudioResponse");
        assertThat(poll.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(poll.json().path("url").asText()).startsWith("https://queue.example/requests/");
        assertThat(poll.json().path("model").asText()).isEqualTo("ace-step/prompt-to-audio");
        assertThat(poll.json().size()).isEqualTo(2);
    }

    @Test
    void download_carriesNoKey() {
        send(URI, "rain");

        assertThat(downloads()).hasSize(1);
        assertThat(downloads().get(0).header("Authorization")).isNull();
        assertThat(downloads().get(0).headers().toString()).doesNotContain(KEY);
    }

    @Test
    void withoutDownload_theBodyIsTheAddress() {
        Exchange exchange = send(URI + "&download=false", "rain");

        assertThat(exchange.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(exchange.getMessage().getBody(String.class)).endsWith(".wav");
        assertThat(downloads()).isEmpty();
    }

    @Test
    void manyJobs_areAwaitedWithoutAThreadEach() {
        gateway().onPoll().always(Reply.byDefault());
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        int before = Thread.activeCount();
        for (int i = 0; i < 200; i++) {
            all.add(template.asyncSend(URI, exchange -> exchange.getMessage().setBody("rain")));
        }

        Awaitility.await().atMost(LIMIT).until(() -> all.stream().allMatch(CompletableFuture::isDone));

        assertThat(all).extracting(one -> one.getNow(null).getException()).containsOnlyNulls();
        assertThat(Thread.activeCount() - before).isLessThan(60);
    }

    static List<Reply> finished() {
        String clip = media();
        return List.of(
                JobReply.finished(clip, 2),
                JobReply.finishedUpstream(clip),
                JobReply.finishedInside("data", clip),
                JobReply.finishedInside("output", clip),
                JobReply.finishedHosted(clip));
    }

    @ParameterizedTest
    @MethodSource("finished")
    void finishedJob_inAnyShape_isDownloaded(Reply reply) {
        serveClip();
        gateway().onPoll().reply(reply);

        Exchange exchange = send(URI, "rain");

        assertThat(exchange.getMessage().getBody(byte[].class)).startsWith('R', 'I', 'F', 'F');
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/wav");
    }

    @Test
    void job_throughAllTroubleThatMayPass_isStillDone() {
        serveClip();
        gateway()
                .onPoll()
                .reply(
                        JobReply.expired(),
                        JobReply.queued(5),
                        JobReply.state("Dreaming", 0),
                        JobReply.stillInProgress(),
                        Reply.error(500, Envelope.E1, "x"),
                        Reply.dropConnection(),
                        Reply.html(502, "<html>"),
                        Reply.empty(200),
                        Reply.error(429, Envelope.E1, "slow").retryAfterMillis(30),
                        JobReply.completedWithoutAudio(),
                        JobReply.finished(media(), 2));

        Exchange exchange = send(URI, "rain");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.JOB_POLLS))
                .isEqualTo(11);
    }

    @Test
    void finishedAtOnce_isNotPolled() {
        serveClip();
        gateway().onSubmit().reply(JobReply.finishedUpstream(media()));

        assertThat(send(URI, "rain").getMessage().getBody(byte[].class)).startsWith('R', 'I', 'F', 'F');
        assertThat(polls()).isEmpty();
    }

    @Test
    void progress_isToldToEventNotifiers() {
        send(URI, "rain");

        Awaitility.await().atMost(LIMIT).until(() -> progress.size() >= 3);
        assertThat(progress)
                .extracting(AudioJobProgressEvent::getStatus)
                .containsExactlyInAnyOrder("IN_QUEUE", "IN_PROGRESS", "COMPLETED");
        assertThat(progress.get(0).getJobId()).isNotNull();
        assertThat(progress.get(0).toString()).doesNotContain(progress.get(0).getJobId());
    }

    @Test
    void audio_isAStreamThatCanBeReadAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:twice").to(URI).process(exchange -> {
                    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
                        exchange.setProperty("first", in.readAllBytes().length);
                    }
                    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
                        exchange.setProperty("second", in.readAllBytes().length);
                    }
                });
            }
        });

        Exchange exchange = send("direct:twice", "rain");

        assertThat(exchange.getProperty("first")).isEqualTo(96_044);
        assertThat(exchange.getProperty("second")).isEqualTo(96_044);
    }
}
