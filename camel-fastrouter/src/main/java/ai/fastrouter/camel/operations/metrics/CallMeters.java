package ai.fastrouter.camel.operations.metrics;

import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.TokenUsage;
import ai.fastrouter.camel.operations.stats.EndpointDirectory;
import ai.fastrouter.camel.operations.stats.EndpointFacts;
import ai.fastrouter.camel.operations.stats.ModelNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures calls. Meters are looked up by a small key, since the registry's own look-up makes lists of tags; model and provider
 * names are limited, so that the number of meters is too.
 */
final class CallMeters implements CallListener {

    private final MeterRegistry registry;
    private final EndpointDirectory endpoints;
    private final ModelNames models;
    private final ModelNames providers = new ModelNames();
    private final ConcurrentMap<CallKey, CallMeter> calls = new ConcurrentHashMap<>();
    private final ConcurrentMap<CostKey, CostMeter> costs = new ConcurrentHashMap<>();
    private final ConcurrentMap<RetryKey, RetryMeter> retries = new ConcurrentHashMap<>();

    CallMeters(MeterRegistry registry, EndpointDirectory endpoints, ModelNames models) {
        this.registry = registry;
        this.endpoints = endpoints;
        this.models = models;
    }

    @Override
    public void started(CallInfo call) {
        if (call.repeated() != CallInfo.FIRST_ATTEMPT) {
            retries.computeIfAbsent(
                            new RetryKey(call.operation(), call.repeated()), key -> new RetryMeter(registry, key))
                    .increment();
        }
    }

    @Override
    public void firstChunk(CallInfo call, long nanosSinceStart) {
        // the answer's model is not known yet, nor how it ends
        meter(call, null, null).firstChunk().record(nanosSinceStart, TimeUnit.NANOSECONDS);
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        CallMeter meter = meter(call, models.of(result.responseModel()), errorType(result));
        meter.duration().record(result.nanos(), TimeUnit.NANOSECONDS);
        TokenUsage usage = result.usage();
        if (usage == null) {
            return;
        }
        if (usage.promptTokens() != null) {
            meter.inputTokens().record(usage.promptTokens());
        }
        if (usage.completionTokens() != null) {
            meter.outputTokens().record(usage.completionTokens());
        }
        if (usage.cost() != null && usage.cost().signum() > 0) {
            String model = models.of(call.model(), result.responseModel());
            CostKey key = new CostKey(call.operation(), model, providers.of(usage.provider()));
            costs.computeIfAbsent(key, absent -> new CostMeter(registry, absent))
                    .add(usage.cost());
        }
    }

    private CallMeter meter(CallInfo call, String responseModel, String errorType) {
        EndpointFacts facts = endpoints.facts(call.endpoint());
        CallKey key = new CallKey(
                facts == null ? null : facts.server(),
                call.operation(),
                models.of(call.model()),
                responseModel,
                errorType);
        CallMeter known = calls.get(key);
        return known != null ? known : calls.computeIfAbsent(key, absent -> new CallMeter(registry, absent));
    }

    /** The HTTP status of a refusal, else the kind of failure: few values, as the conventions ask for. */
    private static String errorType(CallResult result) {
        if (result.failure() == null) {
            return null;
        }
        return result.status() >= 400
                ? Integer.toString(result.status())
                : result.failure().name().toLowerCase(Locale.ROOT);
    }

    /**
     * What meters are kept apart by; null stands for unknown.
     *
     * @param server null when the endpoint is not in use any more
     */
    record CallKey(
            EndpointFacts.Server server,
            String operation,
            String requestModel,
            String responseModel,
            String errorType) {}

    /** What costs are kept apart by. */
    record CostKey(String operation, String model, String provider) {}

    /**
     * What retries are kept apart by.
     *
     * @param status the status of the failure that is repeated; 0 when no response had arrived
     */
    record RetryKey(String operation, int status) {}
}
