package ai.fastrouter.camel.test.audio.flac;

/**
 * Writes one block of samples the shortest of three ways: as a constant, through a fixed predictor with Rice-coded residuals
 * in one partition, or verbatim.
 */
final class SubframeWriter {

    private static final int BITS = 16;
    private static final int MAX_ORDER = 4;
    private static final int MAX_RICE = 14;
    private static final int CONSTANT = 0;
    private static final int VERBATIM = 1;
    private static final int FIXED = 8;

    private final BitWriter bits;
    private final int[] residual = new int[FrameWriter.BLOCK];

    SubframeWriter(BitWriter bits) {
        this.bits = bits;
    }

    void write(short[] samples, int count) {
        if (isConstant(samples, count)) {
            type(CONSTANT);
            bits.put(samples[0], BITS);
            return;
        }
        int order = count > MAX_ORDER ? bestOrder(samples, count) : 0;
        predict(samples, count, order);
        int rice = bestRice(count, order);
        if (riceBits(count, order, rice) < (long) BITS * (count - order)) {
            writeFixed(samples, count, order, rice);
        } else {
            writeVerbatim(samples, count);
        }
    }

    private void writeFixed(short[] samples, int count, int order, int rice) {
        type(FIXED + order);
        for (int i = 0; i < order; i++) {
            bits.put(samples[i], BITS);
        }
        // two bits: parameters of four bits; four bits: one partition
        bits.put(0, 6);
        bits.put(rice, 4);
        for (int i = order; i < count; i++) {
            int folded = fold(residual[i]);
            bits.putUnary(folded >>> rice);
            bits.put(folded, rice);
        }
    }

    private void writeVerbatim(short[] samples, int count) {
        type(VERBATIM);
        for (int i = 0; i < count; i++) {
            bits.put(samples[i], BITS);
        }
    }

    private void type(int type) {
        // a zero, six bits of type, no wasted bits
        bits.put(type << 1, 8);
    }

    private int bestOrder(short[] samples, int count) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int order = 0; order <= MAX_ORDER; order++) {
            predict(samples, count, order);
            long sum = 0;
            for (int i = MAX_ORDER; i < count; i++) {
                sum += Math.abs(residual[i]);
            }
            if (sum < least) {
                least = sum;
                best = order;
            }
        }
        return best;
    }

    /** A fixed predictor of order n leaves the n-th difference. */
    private void predict(short[] samples, int count, int order) {
        for (int i = 0; i < count; i++) {
            residual[i] = samples[i];
        }
        for (int round = 1; round <= order; round++) {
            for (int i = count - 1; i >= round; i--) {
                residual[i] -= residual[i - 1];
            }
        }
    }

    private int bestRice(int count, int order) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int rice = 0; rice <= MAX_RICE; rice++) {
            long size = riceBits(count, order, rice);
            if (size < least) {
                least = size;
                best = rice;
            }
        }
        return best;
    }

    private long riceBits(int count, int order, int rice) {
        long sum = (long) (count - order) * (rice + 1);
        for (int i = order; i < count; i++) {
            sum += fold(residual[i]) >>> rice;
        }
        return sum;
    }

    private static int fold(int value) {
        return value << 1 ^ value >> 31;
    }

    private static boolean isConstant(short[] samples, int count) {
        for (int i = 1; i < count; i++) {
            if (samples[i] != samples[0]) {
                return false;
            }
        }
        return true;
    }
}
