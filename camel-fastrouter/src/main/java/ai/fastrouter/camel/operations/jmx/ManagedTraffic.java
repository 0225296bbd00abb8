package ai.fastrouter.camel.operations.jmx;

import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import org.apache.camel.api.management.ManagedAttribute;

/** What JMX shows of an endpoint, beside what Camel shows of each. Counts from its first use to its stop. */
public interface ManagedTraffic {

    /** What happened to its calls; null while it is not in use. */
    EndpointTraffic traffic();

    @ManagedAttribute(description = "Calls that have ended, well or not")
    default long getCalls() {
        EndpointTraffic traffic = traffic();
        return traffic == null ? 0 : traffic.calls();
    }

    @ManagedAttribute(description = "Calls that have failed")
    default long getFailures() {
        EndpointTraffic traffic = traffic();
        return traffic == null ? 0 : traffic.failures();
    }
}
