package ai.fastrouter.camel.operations.metrics;

import ai.fastrouter.camel.operations.stats.EndpointFacts;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * The meters of calls that are alike. Names and attributes are those of the OpenTelemetry conventions for generative AI; all
 * attributes are always there, since some backends want it so. Each meter is made when it is first used.
 */
final class CallMeter {

    /** Stands for what is not known, or not there. */
    static final String NONE = "none";

    private final MeterRegistry registry;
    private final Tags tags;
    private final String errorType;
    private volatile Timer duration;
    private volatile Timer firstChunk;
    private volatile DistributionSummary input;
    private volatile DistributionSummary output;

    CallMeter(MeterRegistry registry, CallMeters.CallKey key) {
        EndpointFacts.Server server = key.server();
        String system = server == null ? NONE : server.system();
        this.registry = registry;
        this.tags = Tags.of(
                "gen_ai.operation.name",
                key.operation(),
                "gen_ai.provider.name",
                system,
                "gen_ai.system",
                system,
                "gen_ai.request.model",
                orNone(key.requestModel()),
                "gen_ai.response.model",
                orNone(key.responseModel()),
                "server.address",
                server == null ? NONE : server.address(),
                "server.port",
                server == null ? NONE : Integer.toString(server.port()));
        this.errorType = orNone(key.errorType());
    }

    Timer duration() {
        Timer known = duration;
        if (known == null) {
            known = Timer.builder("gen_ai.client.operation.duration")
                    .description("How long calls took; streams until their end")
                    .tags(tags)
                    .tag("error.type", errorType)
                    .register(registry);
            duration = known;
        }
        return known;
    }

    Timer firstChunk() {
        Timer known = firstChunk;
        if (known == null) {
            known = Timer.builder("gen_ai.client.operation.time_to_first_chunk")
                    .description("How long streams took to begin")
                    .tags(tags)
                    .register(registry);
            firstChunk = known;
        }
        return known;
    }

    DistributionSummary inputTokens() {
        DistributionSummary known = input;
        if (known == null) {
            known = tokens("input");
            input = known;
        }
        return known;
    }

    DistributionSummary outputTokens() {
        DistributionSummary known = output;
        if (known == null) {
            known = tokens("output");
            output = known;
        }
        return known;
    }

    /** Registering twice gives the same meter, so two threads at once do no harm. */
    private DistributionSummary tokens(String type) {
        return DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens of prompts and answers")
                .tags(tags)
                .tag("gen_ai.token.type", type)
                .register(registry);
    }

    static String orNone(String value) {
        return value == null ? NONE : value;
    }
}
