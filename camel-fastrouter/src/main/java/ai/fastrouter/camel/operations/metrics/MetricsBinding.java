package ai.fastrouter.camel.operations.metrics;

import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.EndpointDirectory;
import ai.fastrouter.camel.operations.stats.ModelNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Ties the figures of one component to the registry of meters that its context has. */
public final class MetricsBinding {

    /** The name under which Camel's own Micrometer component looks for a registry. */
    private static final String CAMEL_NAME = "metricsRegistry";

    private final MeterRegistry registry;
    private final CallMeters calls;
    private final List<Meter> gauges = new ArrayList<>();

    private MetricsBinding(MeterRegistry registry, CallMeters calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /** The binding to the context's registry; null when it has none. */
    public static MetricsBinding find(
            CamelContext context, CallStatistics statistics, EndpointDirectory endpoints, ModelNames names) {
        MeterRegistry registry = registry(context);
        if (registry == null) {
            return null;
        }
        MetricsBinding binding = new MetricsBinding(registry, new CallMeters(registry, endpoints, names));
        binding.gauges.add(Gauge.builder("fastrouter.calls.active", statistics, CallStatistics::callsInFlight)
                .description("Calls that have begun and not ended, open streams among them")
                .tag("camel.context", context.getName())
                .register(registry));
        binding.gauges.add(Gauge.builder("fastrouter.streams.open", statistics, CallStatistics::openStreams)
                .description("Streams that routes are reading")
                .tag("camel.context", context.getName())
                .register(registry));
        return binding;
    }

    /** Hears of the calls. */
    public CallListener listener() {
        return calls;
    }

    /** Takes back what refers to the component. */
    public void close() {
        gauges.forEach(registry::remove);
    }

    /** Camel's own, else the only one, else the one that stands for all. */
    private static MeterRegistry registry(CamelContext context) {
        MeterRegistry named = context.getRegistry().lookupByNameAndType(CAMEL_NAME, MeterRegistry.class);
        if (named != null) {
            return named;
        }
        Set<MeterRegistry> all = context.getRegistry().findByType(MeterRegistry.class);
        if (all.size() == 1) {
            return all.iterator().next();
        }
        return all.stream()
                .filter(CompositeMeterRegistry.class::isInstance)
                .findFirst()
                .orElse(null);
    }
}
