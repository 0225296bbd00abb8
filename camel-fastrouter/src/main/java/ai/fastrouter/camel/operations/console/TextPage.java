package ai.fastrouter.camel.operations.console;

import ai.fastrouter.camel.operations.Monitoring;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import ai.fastrouter.camel.operations.stats.JobList;
import ai.fastrouter.camel.operations.stats.ModelFigures;
import ai.fastrouter.camel.operations.stats.ShownJob;

/** The console's page as text. */
final class TextPage {

    private TextPage() {}

    static void write(StringBuilder page, String component, Monitoring monitoring) {
        CallStatistics calls = monitoring.statistics();
        line(page, "Component %s", component);
        line(page, "    Calls in flight: %d", calls.callsInFlight());
        line(page, "    Open streams: %d", calls.openStreams());
        line(page, "    Calls: %d, failed: %d", calls.totalCalls(), calls.failedCalls());
        calls.failures().forEach((category, count) -> line(page, "        %s: %d", category, count));
        line(
                page,
                "    Tokens in: %d, out: %d, cost: %s USD",
                calls.inputTokens(),
                calls.outputTokens(),
                calls.cost().toPlainString());
        line(page, "    Models:");
        for (ModelFigures model : calls.models()) {
            line(
                    page,
                    "        %s: calls %d, failed %d, tokens in %d, out %d, cost %s USD",
                    model.model(),
                    model.calls(),
                    model.failures(),
                    model.inputTokens(),
                    model.outputTokens(),
                    model.cost().toPlainString());
        }
        line(page, "    Endpoints:");
        for (EndpointTraffic endpoint : monitoring.endpoints().all()) {
            line(
                    page,
                    "        %s: %s at %s, calls %d, failed %d, in a row %d",
                    endpoint.facts().shownUri(),
                    endpoint.facts().server().system(),
                    endpoint.facts().server().address(),
                    endpoint.calls(),
                    endpoint.failures(),
                    endpoint.failuresInRow());
        }
        jobs(page, monitoring.jobs());
    }

    private static void jobs(StringBuilder page, JobList jobs) {
        line(page, "    Pending jobs: %d, delivering: %d", jobs.pending(), jobs.delivering());
        for (ShownJob job : jobs.list(FastRouterDevConsole.JOBS_AT_MOST)) {
            line(
                    page,
                    "        %s: %s, %s%s, age %s s, polls %d%s",
                    job.id(),
                    job.model(),
                    job.state(),
                    job.position() == null ? "" : ", place " + job.position(),
                    job.age() == null ? "?" : job.age().toSeconds(),
                    job.polls(),
                    job.collector() == null ? ", nobody collects it" : "");
        }
    }

    private static void line(StringBuilder page, String format, Object... values) {
        page.append(String.format(format, values)).append('\n');
    }
}
