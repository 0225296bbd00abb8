package ai.fastrouter.camel.operations.stats;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The figures of one component since it was made. Thread-safe; a call takes no lock and makes no garbage, and what is kept does not
 * grow with the calls.
 */
public final class CallStatistics implements CallListener {

    private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();

    private final LongAdder started = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder[] failures = new LongAdder[CATEGORIES.length];
    private final ConcurrentMap<String, ModelCounter> models = new ConcurrentHashMap<>();
    private final ModelNames names;

    /** @param names keeps the number of models small */
    public CallStatistics(ModelNames names) {
        this.names = names;
        for (int i = 0; i < failures.length; i++) {
            failures[i] = new LongAdder();
        }
    }

    @Override
    public void started(CallInfo call) {
        started.increment();
    }

    @Override
    public void firstChunk(CallInfo call, long nanosSinceStart) {
        opened.increment();
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        ended.increment();
        if (result.stream()) {
            closed.increment();
        }
        if (result.failure() != null) {
            failures[result.failure().ordinal()].increment();
        }
        String model = names.of(call.model(), result.responseModel());
        if (model != null) {
            counter(model).add(result);
        }
    }

    /** Calls that have begun and not ended, open streams among them. */
    public long callsInFlight() {
        long over = ended.sum();
        return Math.max(0, started.sum() - over);
    }

    /** Streams that routes are reading. */
    public long openStreams() {
        long over = closed.sum();
        return Math.max(0, opened.sum() - over);
    }

    /** Calls that have ended, well or not. */
    public long totalCalls() {
        return ended.sum();
    }

    /** Calls that have failed. */
    public long failedCalls() {
        long sum = 0;
        for (LongAdder failure : failures) {
            sum += failure.sum();
        }
        return sum;
    }

    /** How many calls failed in which way; only ways that have occurred. */
    public Map<ErrorCategory, Long> failures() {
        Map<ErrorCategory, Long> seen = new EnumMap<>(ErrorCategory.class);
        for (ErrorCategory category : CATEGORIES) {
            long count = failures[category.ordinal()].sum();
            if (count > 0) {
                seen.put(category, count);
            }
        }
        return seen;
    }

    /** The figures of each model, by name. */
    public List<ModelFigures> models() {
        return models.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .sorted(Comparator.comparing(ModelFigures::model))
                .toList();
    }

    /** Tokens of all prompts. */
    public long inputTokens() {
        return models().stream().mapToLong(ModelFigures::inputTokens).sum();
    }

    /** Tokens of all answers. */
    public long outputTokens() {
        return models().stream().mapToLong(ModelFigures::outputTokens).sum();
    }

    /** The cost of all calls in USD. */
    public BigDecimal cost() {
        return models().stream().map(ModelFigures::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ModelCounter counter(String model) {
        ModelCounter known = models.get(model);
        return known != null ? known : models.computeIfAbsent(model, absent -> new ModelCounter());
    }
}
