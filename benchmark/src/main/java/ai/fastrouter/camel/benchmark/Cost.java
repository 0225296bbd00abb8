package ai.fastrouter.camel.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one call cost.
 *
 * @param perSecond calls per second
 * @param cpu       processor time per call in microseconds
 * @param bytes     bytes allocated per call
 * @param peak      the most heap in use at any time, in MB of 2^20 bytes
 */
record Cost(double perSecond, double cpu, double bytes, double peak) {

    /** The median of each figure over some rounds. */
    static Cost median(List<Cost> rounds) {
        return new Cost(
                median(rounds, Cost::perSecond),
                median(rounds, Cost::cpu),
                median(rounds, Cost::bytes),
                median(rounds, Cost::peak));
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
