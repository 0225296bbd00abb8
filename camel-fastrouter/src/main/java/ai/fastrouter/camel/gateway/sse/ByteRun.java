package ai.fastrouter.camel.gateway.sse;

import java.util.Arrays;

/** Bytes that grow at their end. */
final class ByteRun {

    private static final byte[] NONE = {};
    private static final int FIRST_SIZE = 1024;

    private byte[] array = NONE;
    private int length;

    void append(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, array, length, count);
        length += count;
    }

    void append(byte value) {
        reserve(1);
        array[length++] = value;
    }

    void clear() {
        length = 0;
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    private void reserve(int count) {
        if (count > array.length - length) {
            long doubled = Math.max(FIRST_SIZE, 2L * array.length);
            long size = Math.max(doubled, (long) length + count);
            array = Arrays.copyOf(array, (int) Math.min(size, Integer.MAX_VALUE - 8));
        }
    }
}
