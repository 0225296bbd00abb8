package ai.fastrouter.camel.test.audio.flac;

import static ai.fastrouter.camel.test.audio.flac.FrameReader.require;

import java.io.IOException;
import java.util.Arrays;

/** Reads the samples of one channel in one frame, in all ways that FLAC knows (RFC 9639, section 9.2). */
final class SubframeReader {

    private static final int VERBATIM = 1;
    private static final int FIXED = 8;
    private static final int LINEAR = 32;
    private static final int[][] FIXED_WEIGHTS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final BitReader in;

    SubframeReader(BitReader in) {
        this.in = in;
    }

    void read(int[] samples, int count, int frameBits) throws IOException {
        require(in.get(1) == 0, "subframe");
        int type = (int) in.get(6);
        int wasted = in.get(1) == 0 ? 0 : in.getUnary() + 1;
        int bits = frameBits - wasted;
        require(bits > 0, "wasted bits");
        if (type == 0) {
            Arrays.fill(samples, 0, count, in.getSigned(bits));
        } else if (type == VERBATIM) {
            warmUp(samples, count, count, bits);
        } else if (type >= LINEAR) {
            linear(samples, count, type - LINEAR + 1, bits);
        } else {
            int order = type - FIXED;
            require(order >= 0 && order < FIXED_WEIGHTS.length, "subframe type");
            warmUp(samples, order, count, bits);
            residual(samples, count, order);
            restore(samples, count, FIXED_WEIGHTS[order], 0);
        }
        for (int i = 0; wasted > 0 && i < count; i++) {
            samples[i] <<= wasted;
        }
    }

    private void linear(int[] samples, int count, int order, int bits) throws IOException {
        warmUp(samples, order, count, bits);
        int precision = (int) in.get(4) + 1;
        int shift = in.getSigned(5);
        require(precision < 16 && shift >= 0, "predictor");
        int[] weights = new int[order];
        for (int i = 0; i < order; i++) {
            weights[i] = in.getSigned(precision);
        }
        residual(samples, count, order);
        restore(samples, count, weights, shift);
    }

    private void warmUp(int[] samples, int order, int count, int bits) throws IOException {
        require(order <= count, "predictor order");
        for (int i = 0; i < order; i++) {
            samples[i] = in.getSigned(bits);
        }
    }

    private void residual(int[] samples, int count, int order) throws IOException {
        int method = (int) in.get(2);
        require(method < 2, "residual coding");
        int parameterBits = 4 + method;
        int partitions = 1 << in.get(4);
        int length = count / partitions;
        require(count % partitions == 0 && length >= order, "partitions");
        for (int partition = 0; partition < partitions; partition++) {
            int from = partition == 0 ? order : partition * length;
            partition(samples, from, (partition + 1) * length, parameterBits);
        }
    }

    private void partition(int[] samples, int from, int to, int parameterBits) throws IOException {
        int parameter = (int) in.get(parameterBits);
        if (parameter == (1 << parameterBits) - 1) {
            int bits = (int) in.get(5);
            for (int i = from; i < to; i++) {
                samples[i] = in.getSigned(bits);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            int folded = in.getUnary() << parameter | (int) in.get(parameter);
            samples[i] = folded >>> 1 ^ -(folded & 1);
        }
    }

    private static void restore(int[] samples, int count, int[] weights, int shift) {
        for (int i = weights.length; i < count; i++) {
            long sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += (long) weights[j] * samples[i - 1 - j];
            }
            samples[i] += (int) (sum >> shift);
        }
    }
}
