package ai.fastrouter.camel.operations.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts calls that a route's error handler sent again after one kind of failure. */
final class RetryMeter {

    private final Counter counter;

    RetryMeter(MeterRegistry registry, CallMeters.RetryKey key) {
        counter = Counter.builder("fastrouter.retries")
                .description("Calls that a route sent again, by the status that made it do so")
                .tag("gen_ai.operation.name", key.operation())
                .tag("http.response.status_code", key.status() == 0 ? CallMeter.NONE : Integer.toString(key.status()))
                .register(registry);
    }

    void increment() {
        counter.increment();
    }
}
