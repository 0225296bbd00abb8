package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One given job, by {@code pollEnrich} and {@code ConsumerTemplate}. */
class OneJobTest extends JobTestSupport {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private String uri(AudioJob job) {
        return "fastrouter:prompt-to-audio?responseUrl=RAW(" + job.responseUrl() + ")";
    }

    private AudioJob submit() {
        return send("fastrouter:prompt-to-audio?duration=2", "rain")
                .getMessage()
                .getBody(AudioJob.class);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:whole")
                        .to("fastrouter:prompt-to-audio?duration=2")
                        .pollEnrich()
                        .simple("fastrouter:prompt-to-audio?responseUrl=RAW(${header.CamelFastRouterJobResponseUrl})")
                        .timeout(20_000)
                        .convertBodyTo(byte[].class);
            }
        };
    }

    @Test
    void receive_waitsForTheJobAndItsAudio() {
        Exchange exchange = consumer().receive(uri(submit()), 20_000);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).hasSize(96_044);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(FastRouterConstants.JOB_STATUS, "COMPLETED")
                .containsEntry(FastRouterConstants.JOB_POLLS, 3)
                .containsEntry(Exchange.CONTENT_TYPE, "audio/wav");
        consumer().doneUoW(exchange);
    }

    @Test
    void receiveBody_givesTheAudio() {
        assertThat(consumer().receiveBody(uri(submit()), 20_000, byte[].class)).hasSize(96_044);
    }

    @Test
    void pollEnrich_fetchesTheJobOfTheSameExchange() {
        Exchange exchange = send("direct:whole", "rain");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).hasSize(96_044);
    }

    @Test
    void jobThatIsNotDoneInTime_isNullAndNotAskedForAnyMore() {
        gateway().onPoll().always(JobReply.queued(3));
        AudioJob job = submit();

        assertThat(consumer().receive(uri(job), 2000)).isNull();

        int asked = polls().size();
        assertThat(asked).isPositive();
        Awaitility.await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> polls().size() <= asked + 1);
    }

    @Test
    void stoppedConsumer_letsWhoWaitsGoOnWithoutTheJob() throws Exception {
        gateway().onPoll().always(JobReply.queued(3));
        PollingConsumer waiting = context.getEndpoint(uri(submit())).createPollingConsumer();
        waiting.start();
        CompletableFuture<Exchange> received = CompletableFuture.supplyAsync(waiting::receive);
        Awaitility.await().atMost(LIMIT).until(() -> polls().size() > 2);

        waiting.stop();

        assertThat(received.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNull();
        assertThat(CompletableFuture.supplyAsync(waiting::receive).get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void stoppedContext_letsWhoWaitsGoOnWithoutTheJob() throws Exception {
        gateway().onPoll().always(JobReply.queued(3));
        String uri = uri(submit());
        ConsumerTemplate template = context.createConsumerTemplate();
        CompletableFuture<Exchange> received = CompletableFuture.supplyAsync(() -> template.receive(uri));
        Awaitility.await().atMost(LIMIT).until(() -> polls().size() > 2);

        context.stop();

        assertThat(received.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNull();
    }

    @Test
    void receiveNoWait_whileTheGatewayWantsNoPolls_doesNotWait() throws Exception {
        gateway().onPoll().always(Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(3600));
        String uri = uri(submit());

        assertThat(consumer().receiveNoWait(uri)).isNull();
        CompletableFuture<Exchange> second =
                CompletableFuture.supplyAsync(() -> consumer().receiveNoWait(uri));

        assertThat(second.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isNull();
    }

    @Test
    void receiveNoWait_asksOnce() {
        AudioJob job = submit();

        assertThat(consumer().receiveNoWait(uri(job))).isNull();
        assertThat(consumer().receiveNoWait(uri(job))).isNull();
        assertThat(polls()).hasSize(2);
        Exchange done = consumer().receiveNoWait(uri(job));

        assertThat(done.getMessage().getBody(byte[].class)).hasSize(96_044);
        assertThat(polls()).hasSize(3);
    }

    @Test
    void failedJob_comesAsAnExchangeWithItsException() {
        gateway().onPoll().always(JobReply.failed("the model broke"));

        Exchange exchange = consumer().receive(uri(submit()), 20_000);

        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterJobException.class, e -> {
            assertThat(e.getCode()).isEqualTo("job_failed");
            assertThat(e.getJob().status()).isEqualTo("FAILED");
        });
    }

    @Test
    void failedJob_failsTheEnrichingExchange() {
        gateway().onPoll().always(JobReply.failed("the model broke"));

        assertThat(send("direct:whole", "rain").getException()).isInstanceOf(FastRouterJobException.class);
    }

    @Test
    void receiveBody_ofAFailedJob_throws() {
        gateway().onPoll().always(JobReply.expired());
        String uri = uri(submit());

        assertThat(catchThrowable(() -> consumer().receiveBody(uri, 20_000)))
                .hasRootCauseInstanceOf(Exception.class)
                .hasStackTraceContaining("not known to the gateway any more");
    }

    @Test
    void withoutResponseUrl_anyJobOfTheRepositoryIsReceived() {
        AudioJob job = send("fastrouter:prompt-to-audio?store=true&duration=2", "rain")
                .getMessage()
                .getBody(AudioJob.class);

        Exchange exchange = consumer().receive("fastrouter:prompt-to-audio?initialDelay=1&delay=10", 20_000);

        assertThat(exchange.getMessage().getHeader(FastRouterConstants.JOB_ID)).isEqualTo(job.requestId());
        assertThat(exchange.getMessage().getBody(byte[].class)).hasSize(96_044);
        consumer().doneUoW(exchange);
    }

    @Test
    void downloadThatNeverEnds_isGivenUpWithTheWait() {
        String media = "http://127.0.0.1:" + gateway().port() + "/media/clip.wav";
        gateway().onPoll().always(JobReply.finished(media, 2));
        gateway().onDownload().always(Reply.bytes("audio/wav", new byte[4000]).stallAfter(1000));

        assertThat(consumer().receive(uri(submit()), 5000)).isNull();

        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> downloads().size() == 1 && downloads().get(0).disconnected());
    }
}
