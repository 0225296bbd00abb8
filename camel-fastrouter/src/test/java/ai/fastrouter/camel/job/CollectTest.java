package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.JobDeskAccess;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The consumer: one exchange for each finished clip. */
class CollectTest extends JobTestSupport {

    private static final String FROM = "fastrouter:prompt-to-audio?initialDelay=10&delay=20&jobRedeliveryDelay=20";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    public boolean isUseRouteBuilder() {
        return false;
    }

    /** Starts a collecting route, which must be there before jobs are submitted. */
    private void collect(String options) throws Exception {
        collect(options, 0);
    }

    /** The route fails as often as said. */
    private void collect(String options, int failing) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterJobException.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)))
                        .to("mock:failed");
                from("direct:dead").convertBodyTo(byte[].class).to("mock:dead");
                from(FROM + options)
                        .routeId("collect")
                        .process(exchange -> {
                            if (attempts.incrementAndGet() <= failing) {
                                throw new IllegalStateException("not now");
                            }
                        })
                        // mock endpoints look at bodies after the exchange is done
                        .choice()
                        .when(e -> !(e.getMessage().getBody() instanceof String))
                        .convertBodyTo(byte[].class)
                        .end()
                        .to("mock:clips");
            }
        });
        context.start();
    }

    private AudioJob submit(String prompt, Map<String, Object> headers) {
        Exchange exchange = send("fastrouter:prompt-to-audio?duration=2", prompt, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(AudioJob.class);
    }

    private MockEndpoint clips(int count) {
        MockEndpoint mock = getMockEndpoint("mock:clips");
        mock.expectedMessageCount(count);
        return mock;
    }

    private static void await(MockEndpoint mock) throws InterruptedException {
        mock.setResultWaitTime(LIMIT.toMillis());
        mock.assertIsSatisfied();
    }

    private void assertNothingIsKept() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> JobDeskAccess.of(context).memory(1).getKeys().stream()
                        .allMatch(key -> key.startsWith("fastrouter-node/")));
    }

    @Test
    void finishedJob_isOneExchangeWithAudioAndHeaders() throws Exception {
        collect("&exchangePattern=InOnly");
        MockEndpoint mock = clips(1);

        AudioJob job = submit("rain", Map.of("customer", "c-1", "order", 7));

        await(mock);
        Exchange exchange = mock.getExchanges().get(0);
        assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOnly);
        assertThat(exchange.getMessage().getBody(byte[].class))
                .startsWith('R', 'I', 'F', 'F')
                .hasSize(96_044);
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        assertThat(headers)
                .containsEntry("customer", "c-1")
                .containsEntry("order", 7)
                .containsEntry(FastRouterConstants.JOB_ID, job.requestId())
                .containsEntry(FastRouterConstants.CHAT_ID, job.chatId())
                .containsEntry(FastRouterConstants.JOB_STATUS, "COMPLETED")
                .containsEntry(FastRouterConstants.JOB_POLLS, 3)
                .containsEntry(FastRouterConstants.AUDIO_DURATION, new BigDecimal("2.0"))
                .containsEntry(FastRouterConstants.CREDITS_USED, new BigDecimal("0.05"))
                .containsEntry(
                        FastRouterConstants.JOB_SUBMITTED, job.submittedAt().toEpochMilli())
                .containsEntry(Exchange.CONTENT_TYPE, "audio/wav")
                .containsEntry(Exchange.CONTENT_LENGTH, 96_044L)
                .containsKey(FastRouterConstants.JOB_FINISHED)
                .doesNotContainKey(Exchange.REDELIVERED);
        assertThat(headers.keySet()).noneMatch(name -> name.startsWith("CamelFastRouterJobStore"));
        assertNothingIsKept();
        assertThat(downloads()).hasSize(1);
    }

    @Test
    void withoutDownload_theBodyIsTheAddress() throws Exception {
        collect("&download=false");
        MockEndpoint mock = clips(1);

        submit("rain", Map.of());

        await(mock);
        assertThat(mock.getExchanges().get(0).getMessage().getBody(String.class))
                .endsWith(".wav");
        assertThat(downloads()).isEmpty();
    }

    @Test
    void manyJobs_eachComeOnceInBatches() throws Exception {
        collect("&maxMessagesPerPoll=3");
        MockEndpoint mock = clips(20);

        for (int i = 0; i < 20; i++) {
            submit("rain", Map.of("number", i));
        }

        await(mock);
        assertThat(mock.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("number"))
                .doesNotHaveDuplicates();
        assertThat(mock.getExchanges()).allSatisfy(exchange -> {
            int size = exchange.getProperty(Exchange.BATCH_SIZE, Integer.class);
            int index = exchange.getProperty(Exchange.BATCH_INDEX, Integer.class);
            assertThat(size).isBetween(1, 3);
            assertThat(exchange.getProperty(Exchange.BATCH_COMPLETE, Boolean.class))
                    .isEqualTo(index == size - 1);
        });
        assertNothingIsKept();
    }

    @Test
    void failingRoute_getsTheClipAgainWithRedeliveryHeaders() throws Exception {
        collect("&maximumRedeliveries=3", 2);
        MockEndpoint mock = clips(1);

        submit("rain", Map.of("customer", "c-1"));

        await(mock);
        assertThat(attempts).hasValue(3);
        assertThat(mock.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(Exchange.REDELIVERED, true)
                .containsEntry(Exchange.REDELIVERY_COUNTER, 2)
                .containsEntry(Exchange.REDELIVERY_MAX_COUNTER, 3)
                .containsEntry("customer", "c-1");
        assertThat(mock.getExchanges().get(0).getMessage().getBody(byte[].class))
                .hasSize(96_044);
        assertNothingIsKept();
    }

    @Test
    void routeThatGoesOnFailing_losesTheClipToTheDeadLetters() throws Exception {
        collect("&maximumRedeliveries=2&deadLetterUri=direct:dead", 100);
        MockEndpoint dead = getMockEndpoint("mock:dead");
        dead.expectedMessageCount(1);

        submit("rain", Map.of("customer", "c-1"));

        await(dead);
        assertThat(attempts).hasValue(3);
        Exchange letter = dead.getExchanges().get(0);
        assertThat(letter.getMessage().getBody(byte[].class)).hasSize(96_044);
        assertThat(letter.getMessage().getHeaders())
                .containsEntry("customer", "c-1")
                .containsEntry(Exchange.REDELIVERED, true)
                .containsEntry(Exchange.REDELIVERY_COUNTER, 3);
        assertNothingIsKept();
    }

    @Test
    void routeThatGoesOnFailing_withoutDeadLetters_endsInTheErrorHandler() throws Exception {
        collect("&maximumRedeliveries=1&bridgeErrorHandler=true", 100);
        getMockEndpoint("mock:failed").expectedMessageCount(1);

        submit("rain", Map.of());

        await(getMockEndpoint("mock:failed"));
        assertThat(failures).singleElement().isInstanceOfSatisfying(FastRouterJobException.class, e -> {
            assertThat(e.getCode()).isEqualTo("redeliveries_exhausted");
            assertThat(e.getJob().audioUrl()).isNotNull();
        });
        assertNothingIsKept();
    }

    @Test
    void failedJob_reachesTheRoutesErrorHandlerOnce() throws Exception {
        gateway().onPoll().always(JobReply.failed("the model broke"));
        collect("&bridgeErrorHandler=true");
        MockEndpoint failed = getMockEndpoint("mock:failed");
        failed.expectedMessageCount(1);

        AudioJob job = submit("rain", Map.of("customer", "c-1"));

        await(failed);
        assertNothingIsKept();
        assertThat(failures).singleElement().isInstanceOfSatisfying(FastRouterJobException.class, e -> {
            assertThat(e.getCode()).isEqualTo("job_failed");
            assertThat(e.getMessage()).contains("the model broke").doesNotContain(job.requestId());
            assertThat(e.getJob().requestId()).isEqualTo(job.requestId());
            assertThat(e.getJob().chatId()).isEqualTo(job.chatId());
            assertThat(e.getJob().responseUrl()).isEqualTo(job.responseUrl());
            assertThat(e.getJob().polls()).isEqualTo(1);
        });
        assertThat(failed.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry("customer", "c-1")
                .containsEntry(FastRouterConstants.JOB_ID, job.requestId());
    }

    @Test
    void timedOutJob_reachesTheErrorHandler() throws Exception {
        gateway().onPoll().always(JobReply.queued(3));
        collect("&bridgeErrorHandler=true&jobTimeout=200");
        getMockEndpoint("mock:failed").expectedMessageCount(1);

        submit("rain", Map.of());

        await(getMockEndpoint("mock:failed"));
        assertThat(((FastRouterJobException) failures.get(0)).getCode()).isEqualTo("job_timed_out");
        assertNothingIsKept();
    }

    @Test
    void refusedDownload_reachesTheErrorHandlerAtOnce() throws Exception {
        gateway().onDownload().always(Reply.json("{\"error\":\"gone\"}"));
        collect("&bridgeErrorHandler=true");
        getMockEndpoint("mock:failed").expectedMessageCount(1);

        submit("rain", Map.of());

        await(getMockEndpoint("mock:failed"));
        assertThat(((FastRouterJobException) failures.get(0)).getCode()).isEqualTo("download_refused");
        assertThat(downloads()).hasSize(1);
        assertNothingIsKept();
    }

    @Test
    void downloadThatFails_isAskedForAgainWithoutCountingAsDelivery() throws Exception {
        gateway().onDownload().reply(Reply.empty(404), Reply.byDefault());
        collect("&maximumRedeliveries=0");
        MockEndpoint mock = clips(1);

        submit("rain", Map.of());

        await(mock);
        assertThat(mock.getExchanges().get(0).getMessage().getHeader(Exchange.REDELIVERED))
                .isNull();
        assertThat(downloads()).hasSize(2);
        assertThat(polls()).hasSize(4);
    }

    @Test
    void submittedJobs_beforeTheConsumerStarts_areCollectedLater() throws Exception {
        context.start();
        Exchange kept = send("fastrouter:prompt-to-audio?store=true&duration=2", "rain");
        assertThat(kept.getException()).isNull();
        MockEndpoint mock = clips(1);

        collect("");

        await(mock);
    }

    @Test
    void jobDoneAtOnce_isCollectedWithoutAPoll() throws Exception {
        String media = "http://127.0.0.1:" + gateway().port() + "/media/clip.wav";
        gateway().onSubmit().reply(JobReply.finishedUpstream(media));
        gateway().onDownload().always(Reply.bytes("audio/wav", new byte[] {'R', 'I', 'F', 'F'}));
        collect("");
        MockEndpoint mock = clips(1);
        // the local gateway gives no request id with an immediate result, so the address is the key
        Exchange exchange = send("fastrouter:prompt-to-audio?duration=2", "rain");
        assertThat(exchange.getException()).isNull();

        await(mock);
        assertThat(polls()).isEmpty();
    }

    @Test
    void suspendedConsumer_asksForNothingAndGoesOnWhenResumed() throws Exception {
        collect("");
        context.getRouteController().suspendRoute("collect");
        MockEndpoint mock = clips(1);
        submit("rain", Map.of());
        Awaitility.await().during(Duration.ofMillis(400)).atMost(LIMIT).until(() -> polls().isEmpty());

        context.getRouteController().resumeRoute("collect");

        await(mock);
    }

    @Test
    void restartedConsumer_goesOnWithItsJobs() throws Exception {
        gateway().onPoll().reply(JobReply.queued(3)).always(JobReply.queued(2));
        collect("");
        submit("rain", Map.of());
        Awaitility.await().atMost(LIMIT).until(() -> polls().size() > 2);
        context.getRouteController().stopRoute("collect");
        int asked = polls().size();
        Awaitility.await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> polls().size() <= asked + 1);
        gateway().onPoll().always(Reply.byDefault());
        MockEndpoint mock = clips(1);

        context.getRouteController().startRoute("collect");

        await(mock);
    }

    @Test
    void clip_isConfirmedOnlyWhenItsExchangeIsDone() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM).to("seda:work");
                from("seda:work").to("mock:working").delay(300).to("mock:clips");
            }
        });
        context.start();
        MockEndpoint mock = clips(1);

        AudioJob job = submit("rain", Map.of());
        getMockEndpoint("mock:working").expectedMessageCount(1);
        await(getMockEndpoint("mock:working"));

        assertThat(JobDeskAccess.of(context).memory(1).getKeys()).contains(job.requestId());
        await(mock);
        assertNothingIsKept();
    }

    @Test
    void ownPrompt_makesOneJobAfterTheOther() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM + "&prompt=rain&duration=2")
                        .routeId("own")
                        .convertBodyTo(byte[].class)
                        .to("mock:clips");
            }
        });
        context.start();
        MockEndpoint mock = getMockEndpoint("mock:clips");
        mock.expectedMinimumMessageCount(2);

        await(mock);

        context.getRouteController().stopRoute("own");
        assertThat(submits().size()).isBetween(2, mock.getExchanges().size() + 1);
        assertThat(submits().get(0).json().path("prompt").asText()).isEqualTo("rain");
    }

    @Test
    void ownPrompt_thatIsRefused_failsThePoll() throws Exception {
        gateway().onSubmit().always(Reply.empty(402));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
                from(FROM + "&prompt=rain&bridgeErrorHandler=true").to("mock:clips");
            }
        });
        context.start();

        Awaitility.await().atMost(LIMIT).until(() -> !failures.isEmpty());

        assertThat(failures.get(0)).hasMessageContaining("402");
    }

    @Test
    void consumerOfAnotherOperation_isRefused() {
        context.start();

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("fastrouter:chat").to("mock:x");
                    }
                }))
                .hasStackTraceContaining("fastrouter:chat can't be consumed from");
    }
}
