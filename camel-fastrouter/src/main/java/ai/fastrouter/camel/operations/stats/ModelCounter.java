package ai.fastrouter.camel.operations.stats;

import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.TokenUsage;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one model. Thread-safe, without locks. */
final class ModelCounter {

    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder inputTokens = new LongAdder();
    private final LongAdder outputTokens = new LongAdder();
    private final CostCounter cost = new CostCounter();

    void add(CallResult result) {
        calls.increment();
        if (result.failure() != null) {
            failures.increment();
        }
        TokenUsage usage = result.usage();
        if (usage != null) {
            add(inputTokens, usage.promptTokens());
            add(outputTokens, usage.completionTokens());
            cost.add(usage.cost());
        }
    }

    ModelFigures figures(String model) {
        return new ModelFigures(model, calls.sum(), failures.sum(), inputTokens.sum(), outputTokens.sum(), cost.sum());
    }

    private static void add(LongAdder sum, Long tokens) {
        if (tokens != null) {
            sum.add(tokens);
        }
    }
}
