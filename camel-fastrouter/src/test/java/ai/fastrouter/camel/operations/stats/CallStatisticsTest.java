package ai.fastrouter.camel.operations.stats;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.TokenUsage;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Counting calls without a network. */
class CallStatisticsTest {

    private final CallStatistics statistics = new CallStatistics(new ModelNames());

    @Test
    void cost_ofManyCalls_isExact() {
        for (int i = 0; i < 100_000; i++) {
            call("m", ok("m", usage(3, 2, "0.0000123456")));
        }

        assertThat(statistics.cost()).isEqualByComparingTo("1.23456");
        assertThat(statistics.inputTokens()).isEqualTo(300_000);
        assertThat(statistics.outputTokens()).isEqualTo(200_000);
    }

    @Test
    void cost_ofLargeAndWholeAmounts_isExact() {
        call("m", ok("m", usage(1, 1, "20000.000000000001")));
        call("m", ok("m", usage(1, 1, "1E+3")));
        call("m", ok("m", usage(1, 1, "-5")));

        assertThat(statistics.cost()).isEqualByComparingTo("21000.000000000001");
    }

    @Test
    void modelThatAnswered_otherThanAsked_isTheOneThatCounts() {
        call("asked", ok("answered", usage(1, 1, "0.5")));
        call("asked", failed(ErrorCategory.RATE_LIMIT, 429));

        assertThat(statistics.models())
                .containsExactly(
                        new ModelFigures("answered", 1, 0, 1, 1, new BigDecimal("0.5")),
                        new ModelFigures("asked", 1, 1, 0, 0, BigDecimal.ZERO));
    }

    @Test
    void models_moreThanAHundred_areKeptTogether() {
        for (int i = 0; i < 1_000; i++) {
            call("model-" + i, ok("model-" + i, usage(1, 1, "0.001")));
        }

        assertThat(statistics.models()).hasSize(ModelNames.AT_MOST + 1);
        assertThat(statistics.models())
                .filteredOn(figures -> figures.model().equals(ModelNames.OTHER))
                .singleElement()
                .satisfies(other -> assertThat(other.calls()).isEqualTo(900));
        assertThat(statistics.cost()).isEqualByComparingTo("1");
    }

    @Test
    void modelName_thatWouldBreakALine_isNotShown() {
        call("m", ok("evil\nname", null));
        call("m", ok("x".repeat(1_000), null));

        assertThat(statistics.models()).extracting(ModelFigures::model).containsExactly(ModelNames.OTHER);
    }

    @Test
    void failures_ofAllKinds_areCountedByKind() {
        call("m", failed(ErrorCategory.TRANSIENT, 503));
        call("m", failed(ErrorCategory.TRANSIENT, 0));
        call("m", failed(ErrorCategory.QUOTA, 402));

        assertThat(statistics.failures())
                .containsOnly(
                        java.util.Map.entry(ErrorCategory.TRANSIENT, 2L), java.util.Map.entry(ErrorCategory.QUOTA, 1L));
        assertThat(statistics.failedCalls()).isEqualTo(3);
        assertThat(statistics.totalCalls()).isEqualTo(3);
    }

    @Test
    void streams_openAndClosed_areTold() {
        CallInfo first = info("m");
        CallInfo second = info("m");
        statistics.started(first);
        statistics.started(second);
        statistics.firstChunk(first, 1);
        statistics.firstChunk(second, 1);

        assertThat(statistics.openStreams()).isEqualTo(2);
        assertThat(statistics.callsInFlight()).isEqualTo(2);

        statistics.ended(first, new CallResult(1, true, 200, null, null, null, "m", "stop", null));

        assertThat(statistics.openStreams()).isEqualTo(1);
        assertThat(statistics.callsInFlight()).isEqualTo(1);
    }

    @Test
    void call_counted_makesNoGarbage() {
        CallInfo info = info("m");
        CallResult result = ok("m", usage(3, 2, "0.00001"));
        Runnable calls = () -> {
            for (int i = 0; i < 10_000; i++) {
                statistics.started(info);
                statistics.ended(info, result);
            }
        };
        calls.run(); // what is made once
        calls.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        calls.run();

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10_000).isLessThan(16);
    }

    private void call(String model, CallResult result) {
        CallInfo info = info(model);
        statistics.started(info);
        statistics.ended(info, result);
    }

    private static CallInfo info(String model) {
        return new CallInfo("chat", model, "fastrouter://chat", null, 0, CallInfo.FIRST_ATTEMPT);
    }

    private static CallResult ok(String model, TokenUsage usage) {
        return new CallResult(1_000, false, 200, null, null, "req", model, "stop", usage);
    }

    private static CallResult failed(ErrorCategory category, int status) {
        return new CallResult(1_000, false, status, category, null, null, null, null, null);
    }

    private static TokenUsage usage(long input, long output, String cost) {
        return new TokenUsage(
                input, output, input + output, null, null, null, null, new BigDecimal(cost), "openai", null);
    }
}
