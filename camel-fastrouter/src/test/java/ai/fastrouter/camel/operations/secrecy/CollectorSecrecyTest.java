package ai.fastrouter.camel.operations.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same for jobs that are collected: delivered, failed, redelivered, given up, waiting. */
class CollectorSecrecyTest extends SecrecyTestSupport {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MODEL_OPTION = "fastrouter:prompt-to-audio?model=ace-step/prompt-to-audio";
    private static final String DOWNLOADS = "&allowHttpDownload=true&allowPrivateAddresses=true";
    private static final String COLLECT =
            MODEL_OPTION + DOWNLOADS + "&delay=50&initialDelay=0&jobPollDelay=20&jobPollMaxDelay=50";

    private final List<byte[]> clips = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    protected void prepare(CamelContext context) throws Exception {
        super.prepare(context);
        context.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                events.add(event.toString());
            }
        });
    }

    @BeforeEach
    void answerWithTheCanary() {
        gateway().onDownload().always(Reply.bytes("audio/wav", Canaries.audio()));
    }

    @Test
    void clip_delivered_isOnlyInTheMessage() throws Exception {
        collect(COLLECT, this::keep);
        submit();

        await().atMost(LIMIT).until(() -> clips.size() == 1);

        assertThat(clips.get(0)).isEqualTo(Canaries.audio());
        assertSecretAll();
    }

    @Test
    void job_waiting_isShownWithoutItsPrompt() throws Exception {
        gateway().onPoll().always(JobReply.inProgress());
        collect(COLLECT, this::keep);
        submit();
        await().atMost(LIMIT)
                .until(() -> component.getMonitoring().jobs().list(10).stream()
                        .anyMatch(job -> job.state().equals("IN_PROGRESS")));

        HealthCheck.Result health = ((HealthCheckAware)
                        context.getRoute("clips").getConsumer())
                .getHealthCheck()
                .call();

        assertThat(health.getDetails()).containsEntry("jobs.pending", 1);
        assertSecret(Map.of("health", health.getMessage() + " " + health.getDetails()));
        assertThat(Outputs.jmx(context).entrySet())
                .anyMatch(place -> place.getKey().endsWith("pendingJobs")
                        && place.getValue().contains("IN_PROGRESS"));
        assertSecretAll();
    }

    @Test
    void job_failed_isReportedWithoutItsPrompt() throws Exception {
        gateway().onPoll().always(JobReply.failed("Out of memory; your key was " + Canaries.KEY));
        collect(COLLECT, this::keep);
        submit();

        await().atMost(LIMIT).until(() -> log.lines().stream().anyMatch(line -> line.contains("Out of memory")));

        assertSecretAll();
    }

    @Test
    void job_failed_reachesTheRouteWithoutItsPrompt() throws Exception {
        gateway().onPoll().always(JobReply.expired());
        collect(COLLECT + "&bridgeErrorHandler=true", this::keep);
        submit();

        await().atMost(LIMIT).until(() -> failures.size() == 1);

        assertSecretAll();
    }

    @Test
    void route_thatFails_leavesTheClipToTheDeadLetters() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead").process(CollectorSecrecyTest.this::keep);
            }
        });
        collect(COLLECT + "&maximumRedeliveries=1&jobRedeliveryDelay=0&deadLetterUri=direct:dead", exchange -> {
            throw new IllegalStateException("The route is broken");
        });
        submit();

        await().atMost(LIMIT).until(() -> clips.size() == 1);

        assertSecretAll();
    }

    @Test
    void consumer_withAPrompt_keepsIt() throws Exception {
        component.getConfiguration().setPrompt(Canaries.PROMPT);
        collect(COLLECT, this::keep);

        await().atMost(LIMIT).until(() -> !clips.isEmpty());
        send("fastrouter:chat", Canaries.PROMPT);

        assertThat(gateway().requests())
                .anyMatch(request -> String.valueOf(request.body()).contains(Canaries.PROMPT));
        assertSecretAll();
    }

    @Test
    void pollEnrich_ofOneJob_keepsItsAudio() throws Exception {
        Exchange submitted = submit();
        String responseUrl = submitted.getMessage().getHeader(FastRouterConstants.JOB_RESPONSE_URL, String.class);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fetch")
                        .pollEnrich(
                                MODEL_OPTION + DOWNLOADS + "&jobPollDelay=20&responseUrl=RAW(" + responseUrl + ")",
                                20_000)
                        .process(CollectorSecrecyTest.this::keep);
            }
        });

        Exchange exchange = send("direct:fetch", null);

        assertThat(exchange.getException()).isNull();
        assertThat(clips).hasSize(1);
        assertSecretAll();
    }

    private void collect(String uri, Processor route) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().logExhaustedMessageHistory(true));
                onException(Exception.class)
                        .process(exchange ->
                                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from(uri).routeId("clips").process(route);
            }
        });
    }

    private Exchange submit() {
        Exchange exchange = send(MODEL_OPTION + "&store=true", Canaries.PROMPT);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private void keep(Exchange exchange) throws Exception {
        try (InputStream audio = exchange.getMessage().getBody(InputStream.class)) {
            clips.add(audio.readAllBytes());
        }
    }

    private void assertSecretAll() throws Exception {
        assertSecretEverywhere();
        for (Exception failure : failures) {
            assertSecret(Outputs.of(failure, context.getEndpoint("direct:none").createExchange()));
        }
        context.stop();
        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(Canaries.in(event)).as(event).isEmpty());
        assertSecretLog();
    }
}
