package ai.fastrouter.camel.operations;

import ai.fastrouter.camel.operations.health.EndpointHealthCheck;
import ai.fastrouter.camel.operations.health.ModelsProbe;
import ai.fastrouter.camel.operations.stats.EndpointFacts;
import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/** Watches one endpoint from its start to its stop: its traffic, and the health of its producers. */
public final class EndpointWatch {

    private final Monitoring monitoring;
    private final CamelContext context;
    private final EndpointFacts facts;
    private final EndpointTraffic traffic;
    private WritableHealthCheckRepository repository;
    private EndpointHealthCheck check;

    /** Begins to watch. */
    public EndpointWatch(Monitoring monitoring, CamelContext context, EndpointFacts facts) {
        this.monitoring = monitoring;
        this.context = context;
        this.facts = facts;
        this.traffic = monitoring.endpoints().enter(facts);
    }

    /**
     * The endpoint is sent to: its health is checked from now on, where the context checks that of producers. Once is enough for
     * all producers.
     *
     * @param id    the check's id
     * @param probe null to judge by traffic alone
     */
    public synchronized void producing(String id, boolean enabled, ModelsProbe probe) {
        if (check != null) {
            return;
        }
        repository =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (repository != null) {
            check = new EndpointHealthCheck(id, traffic, probe);
            check.setEnabled(enabled);
            repository.addHealthCheck(check);
        }
    }

    /** What happened to its calls. */
    public EndpointTraffic traffic() {
        return traffic;
    }

    /** Ends to watch. */
    public synchronized void close() {
        if (check != null) {
            repository.removeHealthCheck(check);
            check = null;
        }
        monitoring.endpoints().leave(facts);
    }
}
