package ai.fastrouter.camel.operations.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;

/** Adds up what calls of one model at one provider cost. */
final class CostMeter {

    private final Counter counter;

    CostMeter(MeterRegistry registry, CallMeters.CostKey key) {
        counter = Counter.builder("fastrouter.cost")
                .description("What calls cost, in USD")
                .tag("gen_ai.operation.name", key.operation())
                .tag("model", CallMeter.orNone(key.model()))
                .tag("provider", CallMeter.orNone(key.provider()))
                .register(registry);
    }

    void add(BigDecimal cost) {
        counter.increment(cost.doubleValue());
    }
}
