package ai.fastrouter.camel.operations.stats;

import java.math.BigDecimal;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up costs, without locks and without garbage. Counts in millionths of a millionth of a USD, far below what a token costs; a
 * sum up to 9 million USD fits.
 */
final class CostCounter {

    private static final int DIGITS = 12;
    private static final double UNIT = 1e12;
    /** Above this a double does not hold the last digit any more; one call does not cost 9,000 USD. */
    private static final double EXACT_BELOW = 9e15;

    private final LongAdder units = new LongAdder();

    /** Adds a cost in USD; null, and what is below zero, counts as nothing. */
    void add(BigDecimal cost) {
        if (cost == null) {
            return;
        }
        double value = cost.doubleValue() * UNIT;
        if (value > 0) {
            units.add(
                    value < EXACT_BELOW
                            ? Math.round(value)
                            : cost.movePointRight(DIGITS).longValue());
        }
    }

    /** The sum in USD. */
    BigDecimal sum() {
        BigDecimal sum = BigDecimal.valueOf(units.sum(), DIGITS).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }
}
