package ai.fastrouter.camel.gateway.reply;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes gathered up to a bound. One array of the announced length if that is known, else one that doubles. */
final class GatheredBytes {

    private static final byte[] NONE = {};
    private static final int FIRST_SIZE = 8 * 1024;

    private final int bound;
    private final long announced;
    private byte[] bytes = NONE;
    private int length;

    /**
     * @param bound     never more than this
     * @param announced how many are to be expected; -1 when unknown. A hint: more and fewer are taken
     */
    GatheredBytes(int bound, long announced) {
        this.bound = bound;
        this.announced = announced;
    }

    /** Takes all bytes of the buffer that still fit. Returns false when some did not fit. */
    boolean add(ByteBuffer data) {
        int taken = Math.min(data.remaining(), bound - length);
        if (taken > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, capacityFor(length + taken));
        }
        data.get(bytes, length, taken);
        length += taken;
        return !data.hasRemaining();
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private int capacityFor(int needed) {
        if (announced >= needed) {
            return (int) Math.min(announced, bound);
        }
        long doubled = Math.max(FIRST_SIZE, 2L * bytes.length);
        return (int) Math.min(Math.max(doubled, needed), bound);
    }
}
