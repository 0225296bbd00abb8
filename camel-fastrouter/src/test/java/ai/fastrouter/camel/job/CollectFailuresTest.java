package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** Routes, jobs and downloads that fail. */
class CollectFailuresTest extends CollectTestSupport {

    private final AtomicInteger letters = new AtomicInteger();

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
    void deadLetterUri_withoutAnEndpoint_failsTheStart() {
        assertThatThrownBy(() -> collect("&deadLetterUri=nonsense:dead"))
                .hasStackTraceContaining("Option deadLetterUri can't be used: there is no endpoint nonsense:");
    }

    @Test
    void deadLetters_thatFail_getTheClipAgain() throws Exception {
        collect("&maximumRedeliveries=0&deadLetterUri=direct:fussy", 100);
        MockEndpoint dead = getMockEndpoint("mock:fussy");
        dead.expectedMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fussy")
                        .process(exchange -> {
                            if (letters.incrementAndGet() < 3) {
                                throw new IllegalStateException("not now");
                            }
                        })
                        .to("mock:fussy");
            }
        });

        submit("rain", Map.of());

        await(dead);
        assertNothingIsKept();
        assertThat(letters).hasValue(3);
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
}
