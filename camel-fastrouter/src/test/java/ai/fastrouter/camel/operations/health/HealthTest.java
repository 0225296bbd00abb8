package ai.fastrouter.camel.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.junit.jupiter.api.Test;

/** What the health check of producers says. */
class HealthTest extends OperationsTestSupport {

    @Override
    protected void prepare(CamelContext context) {
        DefaultHealthCheckRegistry registry = new DefaultHealthCheckRegistry(context);
        ProducersHealthCheckRepository producers = new ProducersHealthCheckRepository();
        producers.setEnabled(true);
        registry.register(producers);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    }

    @Test
    void traffic_thatSucceeds_isUp() {
        send("fastrouter:chat", "Hi");

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(only().getDetails()).containsEntry(HealthCheck.ENDPOINT_URI, "fastrouter://chat");
        assertThat(gateway().requests(Operation.MODELS)).isEmpty();
    }

    @Test
    void traffic_thatFailsFiveTimes_isDownUntilACallSucceeds() {
        gateway().onChat().always(Reply.error(503, Envelope.E1, "Overloaded"));
        for (int i = 0; i < 4; i++) {
            send("fastrouter:chat", "Hi");
        }
        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);

        send("fastrouter:chat", "Hi");

        HealthCheck.Result down = only();
        assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(down.getMessage()).hasValue("The last 5 calls failed");
        assertThat(down.getDetails())
                .containsEntry("service.status.code", 503)
                .containsEntry("service.error.code", "TRANSIENT");

        gateway().reset();
        send("fastrouter:chat", "Hi");
        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void requests_thatAreWrong_sayNothingOfTheGateway() {
        gateway().onChat().always(Reply.error(422, Envelope.E1, "No such option"));
        for (int i = 0; i < 6; i++) {
            send("fastrouter:chat", "Hi");
        }

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void live_asked_listsTheModels() {
        context.createProducerTemplate().sendBody("fastrouter:chat?healthCheckLive=true", "Hi");
        gateway().onModels().reply(Reply.byDefault(), Reply.error(401, Envelope.E1, "Wrong key"));

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(gateway().requests(Operation.MODELS)).hasSize(1);
        HealthCheck.Result down = only();
        assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(down.getDetails()).containsEntry("service.status.code", 401);
        assertThat(down.getMessage()).hasValue("The gateway does not list its models");
    }

    @Test
    void live_withNobodyThere_isDown() {
        send("fastrouter:chat?healthCheckLive=true&baseUrl=http://127.0.0.1:1/v1", "Hi");

        assertThat(only().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(only().getMessage()).hasValue("The gateway did not answer");
        assertThat(only().getDetails()).containsEntry("service.error.code", "connect_failed");
    }

    @Test
    void component_withChecksSwitchedOff_isUnknown() {
        component.setHealthCheckProducerEnabled(false);
        send("fastrouter:chat", "Hi");

        assertThat(only().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
    }

    @Test
    void endpoint_stopped_isNotCheckedAnyMore() throws Exception {
        send("fastrouter:chat", "Hi");
        Endpoint endpoint = context.getEndpoint("fastrouter:chat");
        context.removeEndpoint(endpoint);

        assertThat(checks()).isEmpty();
    }

    @Test
    void producers_ofOneEndpoint_shareOneCheck() {
        context.createProducerTemplate().sendBody("fastrouter:chat", "Hi");
        context.createFluentProducerTemplate()
                .to("fastrouter:chat")
                .withBody("Hi")
                .send();

        assertThat(checks()).hasSize(1);
    }

    private HealthCheck.Result only() {
        List<HealthCheck.Result> results = checks().stream().toList();
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private Collection<HealthCheck.Result> checks() {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:fastrouter"))
                .toList();
    }
}
