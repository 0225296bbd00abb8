package ai.fastrouter.camel.operations.health;

import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Tells whether an endpoint that is sent to is of use. With a probe it asks the gateway. Without one it judges by the endpoint's
 * own traffic: down after {@value #FAILURES} calls that failed in a row, until one succeeds or the last failure is older than
 * {@value #MINUTES} minutes, for an endpoint that gets no traffic while it is down would otherwise stay so.
 */
public final class EndpointHealthCheck extends AbstractHealthCheck {

    static final int FAILURES = 5;
    static final int MINUTES = 5;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(MINUTES);

    private final EndpointTraffic traffic;
    private final ModelsProbe probe;

    /** @param probe null to judge by traffic alone */
    public EndpointHealthCheck(String id, EndpointTraffic traffic, ModelsProbe probe) {
        super("camel", id);
        this.traffic = traffic;
        this.probe = probe;
    }

    /** A gateway that is down is no reason to restart what calls it. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        result.detail(ENDPOINT_URI, traffic.facts().shownUri());
        if (probe == null) {
            judgeTraffic(result);
        } else {
            askGateway(result);
        }
    }

    private void judgeTraffic(HealthCheckResultBuilder result) {
        Duration age = traffic.age();
        int failures = traffic.failuresInRow();
        result.detail("calls", traffic.calls());
        if (failures < FAILURES || age == null || age.compareTo(FORGOTTEN_AFTER) > 0) {
            result.up();
            return;
        }
        result.detail(FAILURE_ERROR_COUNT, failures);
        if (traffic.lastStatus() != 0) {
            result.detail(SERVICE_STATUS_CODE, traffic.lastStatus());
        }
        if (traffic.lastFailure() != null) {
            result.detail(SERVICE_ERROR_CODE, traffic.lastFailure().name());
        }
        result.message("The last " + failures + " calls failed").down();
    }

    private void askGateway(HealthCheckResultBuilder result) {
        ModelsProbe.Answer answer = probe.ask();
        if (answer.status() != 0) {
            result.detail(SERVICE_STATUS_CODE, answer.status());
        }
        if (answer.isWell()) {
            result.up();
            return;
        }
        if (answer.code() != null) {
            result.detail(SERVICE_ERROR_CODE, answer.code());
        }
        result.message(answer.status() == 0 ? "The gateway did not answer" : "The gateway does not list its models")
                .down();
    }
}
