package ai.fastrouter.camel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Operation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Pending jobs in the console, in JMX, in meters and in the health of their consumer. */
class JobFiguresTest extends OperationsTestSupport {

    private static final String JOB_MODEL = "ace-step/prompt-to-audio";
    private static final String SUBMIT = "fastrouter:prompt-to-audio?model=" + JOB_MODEL + "&store=true";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void prepare(CamelContext context) throws Exception {
        context.getRegistry().bind("meters", meters);
    }

    @Test
    void jobs_beingAskedFor_areShownEverywhere() throws Exception {
        collect();
        gateway().onPoll().always(JobReply.inProgress());
        send(SUBMIT, "A jingle about spring");
        send(SUBMIT, "A jingle about autumn");
        await().atMost(LIMIT).until(() -> gauge("in_progress") == 2);

        assertThat(consoleText())
                .contains("Pending jobs: 2, delivering: 0")
                .contains(": " + JOB_MODEL + ", IN_PROGRESS, place 0, age ")
                .doesNotContain("jingle")
                .doesNotContain("http");
        JsonObject json =
                (JsonObject) ((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).get("fastrouter");
        assertThat(json).containsEntry("pendingJobs", 2L).containsEntry("deliveringJobs", 0L);
        TabularData table = (TabularData) jmx().invoke(component(), "pendingJobs", new Object[0], new String[0]);
        assertThat(table.size()).isEqualTo(2);
        CompositeData row = (CompositeData) table.values().iterator().next();
        assertThat(row.get("state")).isEqualTo("IN_PROGRESS");
        assertThat((Integer) row.get("polls")).isPositive();
        assertThat(jmx().getAttribute(component(), "PendingJobs")).isEqualTo(2L);
        assertThat(jmx().getAttribute(component(), "DeliveringJobs")).isEqualTo(0L);
        await().atMost(LIMIT).until(() -> (long) jmx().getAttribute(component(), "OldestPendingJobSeconds") >= 1);

        HealthCheck.Result health = consumerHealth();
        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry("jobs.pending", 2)
                .containsEntry("jobs.delivering", 0)
                .containsKeys("jobs.last.poll", "jobs.oldest.seconds");
    }

    @Test
    void job_inTheQueue_isShownWithItsPlace() throws Exception {
        collect();
        gateway().onPoll().always(JobReply.queued(7));
        send(SUBMIT, "A jingle about spring");
        await().atMost(LIMIT).until(() -> gauge("in_queue") == 1);

        assertThat(consoleText()).contains(": " + JOB_MODEL + ", IN_QUEUE, place 7, age ");
        JsonObject json =
                (JsonObject) ((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).get("fastrouter");
        assertThat((JsonObject) ((JsonArray) json.get("jobs")).get(0)).containsEntry("queuePosition", 7);
        TabularData table = (TabularData) jmx().invoke(component(), "pendingJobs", new Object[0], new String[0]);
        assertThat(((CompositeData) table.values().iterator().next()).get("queuePosition"))
                .isEqualTo(7);
    }

    @Test
    void job_dropped_isNotAskedForAnyMore() throws Exception {
        collect();
        gateway().onPoll().always(JobReply.inProgress());
        send(SUBMIT, "A jingle about spring");
        await().atMost(LIMIT).until(() -> gauge("in_progress") == 1);
        String id = (String)
                ((CompositeData) ((TabularData) jmx().invoke(component(), "pendingJobs", new Object[0], new String[0]))
                                .values()
                                .iterator()
                                .next())
                        .get("id");

        assertThat(drop("no such job")).isFalse();
        assertThat(drop(id)).isTrue();
        assertThat(drop(id)).isFalse();

        assertThat(jmx().getAttribute(component(), "PendingJobs")).isEqualTo(0L);
        int polls = gateway().requests(Operation.POLL).size();
        gateway().onPoll().always(JobReply.completedWithoutAudio());
        await().during(Duration.ofMillis(300))
                .atMost(LIMIT)
                .until(() -> gateway().requests(Operation.POLL).size() <= polls + 1);
    }

    @Test
    void poll_answeredWithStillInProgress_isNoFailure() throws Exception {
        collect();
        gateway().onPoll().always(JobReply.stillInProgress());
        send(SUBMIT, "A jingle about spring");

        await().atMost(LIMIT).until(() -> component.getMonitoring().statistics().totalCalls() >= 4);

        assertThat(component.getMonitoring().statistics().failedCalls()).isZero();
    }

    @Test
    void job_ofAConsumerWithAPrompt_isCounted() throws Exception {
        gateway().onPoll().always(JobReply.inProgress());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("fastrouter:prompt-to-audio?model=" + JOB_MODEL
                                + "&prompt=A jingle&delay=50&initialDelay=0&jobPollDelay=600000")
                        .to("mock:own");
            }
        });

        await().atMost(LIMIT).until(() -> component.getMonitoring().jobs().pending() == 1);

        assertThat(component.getMonitoring().statistics().totalCalls()).isEqualTo(1);
        assertThat(consoleText()).contains("Pending jobs: 1").doesNotContain("A jingle");
    }

    @Test
    void job_thatNobodyCollects_isShownAndCanBeDropped() throws Exception {
        send(SUBMIT, "A jingle about spring");

        assertThat(consoleText()).contains("Pending jobs: 1, delivering: 0").contains("nobody collects it");
        String id = component.getMonitoring().jobs().list(10).get(0).id();
        assertThat(drop(id)).isTrue();
        assertThat(consoleText()).contains("Pending jobs: 0");
    }

    @Test
    void jobs_collected_leaveTheFigures() throws Exception {
        collect();
        send(SUBMIT, "A jingle about spring");

        await().atMost(LIMIT)
                .until(() ->
                        context.getEndpoint("mock:clips", MockEndpoint.class).getReceivedCounter() == 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(consoleText()).contains("Pending jobs: 0, delivering: 0"));
    }

    private void collect() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("fastrouter:prompt-to-audio?model=" + JOB_MODEL + "&delay=50&initialDelay=0&jobPollDelay=20"
                                + "&jobPollMaxDelay=50&allowHttpDownload=true&allowPrivateAddresses=true")
                        .routeId("clips")
                        .to("mock:clips");
            }
        });
    }

    private double gauge(String state) {
        return meters.get("fastrouter.jobs").tag("state", state).gauge().value();
    }

    private String consoleText() {
        return (String) console().call(DevConsole.MediaType.TEXT, Map.of());
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("fastrouter");
    }

    private HealthCheck.Result consumerHealth() {
        HealthCheckAware consumer = (HealthCheckAware) context.getRoute("clips").getConsumer();
        return consumer.getHealthCheck().call();
    }

    private boolean drop(String id) throws Exception {
        return (boolean) jmx().invoke(component(), "dropJob", new Object[] {id}, new String[] {String.class.getName()});
    }

    private MBeanServer jmx() {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    private ObjectName component() throws Exception {
        return FiguresTest.componentName(jmx());
    }
}
