package ai.fastrouter.camel.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one call cost.
 *
 * @param perSecond calls per second
 * @param cpu       processor time per call in microseconds
 * @param bytes     bytes allocated per call
 */
record Cost(double perSecond, double cpu, double bytes) {

    /** The median of each figure over some rounds. */
    static Cost median(List<Cost> rounds) {
        return new Cost(median(rounds, Cost::perSecond), median(rounds, Cost::cpu), median(rounds, Cost::bytes));
    }

    private static double median(List<Cost> rounds, ToDoubleFunction<Cost> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
