package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.JobDeskAccess;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The consumer: one exchange for each finished clip. */
class CollectTest extends CollectTestSupport {

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
        CountDownLatch released = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM).to("seda:work");
                from("seda:work")
                        .to("mock:working")
                        .process(exchange -> released.await(LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .to("mock:clips");
            }
        });
        context.start();
        MockEndpoint mock = clips(1);

        AudioJob job = submit("rain", Map.of());
        getMockEndpoint("mock:working").expectedMessageCount(1);
        await(getMockEndpoint("mock:working"));

        assertThat(JobDeskAccess.of(context).memory(1).getKeys()).contains(job.requestId());
        released.countDown();
        await(mock);
        assertNothingIsKept();
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
