package ai.fastrouter.camel.operations.jmx;

import ai.fastrouter.camel.operations.Monitored;
import java.math.BigDecimal;
import java.time.Duration;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/** What JMX shows of a component, beside what Camel shows of each. All figures count since the component was made. */
public interface ManagedFigures extends Monitored {

    @ManagedAttribute(description = "Calls that have begun and not ended, open streams among them")
    default long getCallsInFlight() {
        return getMonitoring().statistics().callsInFlight();
    }

    @ManagedAttribute(description = "Streams that routes are reading")
    default long getOpenStreams() {
        return getMonitoring().statistics().openStreams();
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    default long getTotalCalls() {
        return getMonitoring().statistics().totalCalls();
    }

    @ManagedAttribute(description = "Calls that have failed")
    default long getFailedCalls() {
        return getMonitoring().statistics().failedCalls();
    }

    @ManagedAttribute(description = "Tokens of all prompts")
    default long getInputTokens() {
        return getMonitoring().statistics().inputTokens();
    }

    @ManagedAttribute(description = "Tokens of all answers")
    default long getOutputTokens() {
        return getMonitoring().statistics().outputTokens();
    }

    @ManagedAttribute(description = "The cost of all calls in USD")
    default BigDecimal getCost() {
        return getMonitoring().statistics().cost();
    }

    @ManagedAttribute(description = "Prompt-to-audio jobs that this node asks for")
    default long getPendingJobs() {
        return getMonitoring().jobs().pending();
    }

    @ManagedAttribute(description = "Prompt-to-audio jobs that have ended and are on their way through a route")
    default long getDeliveringJobs() {
        return getMonitoring().jobs().delivering();
    }

    @ManagedAttribute(description = "How long the oldest pending job has waited, in seconds; 0 when there is none")
    default long getOldestPendingJobSeconds() {
        Duration oldest = getMonitoring().jobs().oldest();
        return oldest == null ? 0 : oldest.toSeconds();
    }

    @ManagedAttribute(description = "How many calls failed in which way")
    default TabularData getFailures() throws OpenDataException {
        return failures();
    }

    @ManagedAttribute(description = "Calls, failures, tokens and cost in USD of each model")
    default TabularData getModels() throws OpenDataException {
        return models();
    }

    @ManagedOperation(description = "How many calls failed in which way")
    default TabularData failures() throws OpenDataException {
        return Tables.failures(getMonitoring().statistics());
    }

    @ManagedOperation(description = "Calls, failures, tokens and cost in USD of each model")
    default TabularData models() throws OpenDataException {
        return Tables.models(getMonitoring().statistics());
    }

    @ManagedOperation(description = "The oldest prompt-to-audio jobs that this node asks for, 1000 at most")
    default TabularData pendingJobs() throws OpenDataException {
        return Tables.jobs(getMonitoring().jobs());
    }

    @ManagedOperation(
            description = "Gives a prompt-to-audio job up and takes it out of the repository, by its id in pendingJobs")
    default boolean dropJob(String id) {
        return getMonitoring().jobs().drop(id);
    }
}
