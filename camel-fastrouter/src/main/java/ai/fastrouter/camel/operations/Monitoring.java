package ai.fastrouter.camel.operations;

import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.operations.logging.CallLog;
import ai.fastrouter.camel.operations.metrics.MetricsBinding;
import ai.fastrouter.camel.operations.stats.CallStatistics;
import ai.fastrouter.camel.operations.stats.EndpointDirectory;
import ai.fastrouter.camel.operations.stats.JobList;
import ai.fastrouter.camel.operations.stats.ModelNames;
import ai.fastrouter.camel.operations.tracing.SpanFacts;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** All that watches the calls of one component. Its figures live as long as the component; metrics from start to stop. */
public final class Monitoring {

    private static final boolean MICROMETER = isMicrometerThere();

    private final CallListeners listeners;
    private final ModelNames names = new ModelNames();
    private final CallStatistics statistics = new CallStatistics(names);
    private final EndpointDirectory endpoints = new EndpointDirectory(System::nanoTime);
    private final JobList jobs;
    private MetricsBinding metrics;

    /**
     * Begins to count.
     *
     * @param jobs gives the places where jobs wait
     */
    public Monitoring(CallListeners listeners, Supplier<List<JobBoard>> jobs) {
        this.listeners = listeners;
        this.jobs = new JobList(jobs, Clock.systemUTC());
        listeners.add(statistics);
        listeners.add(endpoints);
        listeners.add(new CallLog());
        listeners.add(SpanFacts.listener());
    }

    /**
     * Begins to measure, where Micrometer is on the class path and the context has a registry of meters.
     *
     * @param component the name by which the context knows the component
     */
    public synchronized void start(CamelContext context, String component) {
        // MetricsBinding can't be loaded without Micrometer
        if (metrics == null && MICROMETER) {
            metrics = MetricsBinding.find(context, component, this, names);
            if (metrics != null) {
                listeners.add(metrics.listener());
            }
        }
    }

    /** Ends what {@link #start} began. */
    public synchronized void stop() {
        if (metrics != null) {
            listeners.remove(metrics.listener());
            metrics.close();
            metrics = null;
        }
    }

    public CallStatistics statistics() {
        return statistics;
    }

    public EndpointDirectory endpoints() {
        return endpoints;
    }

    public JobList jobs() {
        return jobs;
    }

    /** Asks with a constant, which a native image resolves when it is built. */
    private static boolean isMicrometerThere() {
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, Monitoring.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
