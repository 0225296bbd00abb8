package ai.fastrouter.camel.operations.console;

import ai.fastrouter.camel.operations.Monitoring;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import ai.fastrouter.camel.operations.stats.ModelFigures;
import ai.fastrouter.camel.operations.stats.ShownJob;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** The console's page as JSON. */
final class JsonPage {

    private JsonPage() {}

    static JsonObject of(Monitoring monitoring) {
        CallStatistics calls = monitoring.statistics();
        JsonObject failures = new JsonObject();
        calls.failures().forEach((category, count) -> failures.put(category.name(), count));
        JsonArray models = new JsonArray();
        calls.models().forEach(model -> models.add(of(model)));
        JsonArray endpoints = new JsonArray();
        monitoring.endpoints().all().forEach(endpoint -> endpoints.add(of(endpoint)));
        JsonObject page = new JsonObject();
        page.put("callsInFlight", calls.callsInFlight());
        page.put("openStreams", calls.openStreams());
        page.put("totalCalls", calls.totalCalls());
        page.put("failedCalls", calls.failedCalls());
        page.put("failures", failures);
        page.put("inputTokens", calls.inputTokens());
        page.put("outputTokens", calls.outputTokens());
        page.put("cost", calls.cost());
        page.put("models", models);
        page.put("endpoints", endpoints);
        JsonArray jobs = new JsonArray();
        monitoring.jobs().list(FastRouterDevConsole.JOBS_AT_MOST).forEach(job -> jobs.add(of(job)));
        page.put("pendingJobs", monitoring.jobs().pending());
        page.put("deliveringJobs", monitoring.jobs().delivering());
        page.put("jobs", jobs);
        return page;
    }

    private static JsonObject of(ModelFigures model) {
        JsonObject row = new JsonObject();
        row.put("model", model.model());
        row.put("calls", model.calls());
        row.put("failures", model.failures());
        row.put("inputTokens", model.inputTokens());
        row.put("outputTokens", model.outputTokens());
        row.put("cost", model.cost());
        return row;
    }

    private static JsonObject of(EndpointTraffic endpoint) {
        JsonObject row = new JsonObject();
        row.put("uri", endpoint.facts().shownUri());
        row.put("operation", endpoint.facts().operation());
        row.put("gateway", endpoint.facts().server().system());
        row.put("serverAddress", endpoint.facts().server().address());
        row.put("calls", endpoint.calls());
        row.put("failures", endpoint.failures());
        row.put("failuresInRow", endpoint.failuresInRow());
        if (endpoint.lastFailure() != null) {
            row.put("lastFailure", endpoint.lastFailure().name());
        }
        return row;
    }

    private static JsonObject of(ShownJob job) {
        JsonObject row = new JsonObject();
        row.put("id", job.id());
        row.put("model", job.model());
        row.put("state", job.state());
        row.put("queuePosition", job.position());
        row.put("ageSeconds", job.age() == null ? null : job.age().toSeconds());
        row.put("polls", job.polls());
        row.put("collector", job.collector());
        return row;
    }
}
