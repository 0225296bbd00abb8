package ai.fastrouter.camel.operations.metrics;

import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.operations.Monitoring;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.JobList;
import ai.fastrouter.camel.operations.stats.ModelNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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

    /**
     * The binding to the context's registry; null when it has none.
     *
     * @param component the name by which the context knows the component
     */
    public static MetricsBinding find(CamelContext context, String component, Monitoring monitoring, ModelNames names) {
        MeterRegistry registry = registry(context);
        if (registry == null) {
            return null;
        }
        MetricsBinding binding = new MetricsBinding(registry, new CallMeters(registry, monitoring.endpoints(), names));
        binding.gauges(Tags.of("camel.context", context.getName(), "component", component), monitoring);
        return binding;
    }

    private void gauges(Tags tags, Monitoring monitoring) {
        CallStatistics calls = monitoring.statistics();
        JobList jobs = monitoring.jobs();
        gauge(Gauge.builder("fastrouter.calls.active", calls, CallStatistics::callsInFlight)
                .description("Calls that have begun and not ended, open streams among them")
                .tags(tags));
        gauge(Gauge.builder("fastrouter.streams.open", calls, CallStatistics::openStreams)
                .description("Streams that routes are reading")
                .tags(tags));
        for (String state : List.of(JobList.SUBMITTED, "IN_QUEUE", "IN_PROGRESS", JobList.OTHER)) {
            gauge(job(jobs, list -> list.pending(state), state).tags(tags));
        }
        gauge(job(jobs, JobList::delivering, "DELIVERING").tags(tags));
    }

    private static Gauge.Builder<JobList> job(JobList jobs, ToDoubleFunction<JobList> count, String state) {
        return Gauge.builder("fastrouter.jobs", jobs, count)
                .description("Prompt-to-audio jobs that this node asks for or delivers")
                .tag("state", state.toLowerCase(Locale.ROOT));
    }

    private void gauge(Gauge.Builder<?> gauge) {
        gauges.add(gauge.register(registry));
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
