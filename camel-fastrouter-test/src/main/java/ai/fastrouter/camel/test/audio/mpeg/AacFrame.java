package ai.fastrouter.camel.test.audio.mpeg;

import java.util.Arrays;

/**
 * One ADTS frame of AAC-LC, 24 kHz, one channel: a data stream element and a channel that is silent (ISO 14496-3). The data
 * are some bytes of the message, before them their count and whether they are the first; decoders pass over them.
 */
final class AacFrame {

    static final int HEADER = 7;
    static final int SAMPLES = 1024;

    /** Most bytes of a message in one frame; the fastest speech has nine. */
    static final int MAX_SHARE = 127;

    private static final int FIRST = 0x80;

    /** Element 4 (data), instance 0, aligned to bytes. */
    private static final int DATA_ELEMENT = 0x81;

    private static final int DATA_BYTES = 160;
    private static final int DATA_AT = HEADER + 2;
    private static final int SHARE_AT = DATA_AT + 1;

    /** 29 zeros are a channel without a single band; three ones end the frame. */
    private static final byte[] SILENCE_AND_END = {0, 0, 0, 7};

    static final int BYTES = DATA_AT + DATA_BYTES + SILENCE_AND_END.length;

    private static final int RATE_24_KHZ = 6;
    private static final int BUFFER_UNKNOWN = 0x7FF;

    private AacFrame() {}

    /** The frame with the bytes of the message between the two indexes. */
    static byte[] write(byte[] message, int from, int to) {
        byte[] frame = new byte[BYTES];
        frame[0] = (byte) 0xFF;
        // MPEG-4, no checksum
        frame[1] = (byte) 0xF1;
        // profile LC is 1, two bits; rate, four bits
        frame[2] = (byte) (1 << 6 | RATE_24_KHZ << 2);
        // one channel: the lowest of three bits that begin in the byte before; length, 13 bits, from here
        frame[3] = (byte) (1 << 6 | BYTES >> 11);
        frame[4] = (byte) (BYTES >> 3);
        frame[5] = (byte) (BYTES << 5 | BUFFER_UNKNOWN >> 6);
        frame[6] = (byte) (BUFFER_UNKNOWN << 2);
        frame[HEADER] = (byte) DATA_ELEMENT;
        frame[HEADER + 1] = (byte) DATA_BYTES;
        frame[DATA_AT] = (byte) (to - from | (from == 0 && to > 0 ? FIRST : 0));
        System.arraycopy(message, from, frame, SHARE_AT, to - from);
        System.arraycopy(SILENCE_AND_END, 0, frame, DATA_AT + DATA_BYTES, SILENCE_AND_END.length);
        return frame;
    }

    /** Whether {@link #write} made it. */
    static boolean isOurs(byte[] frame) {
        if (frame.length != BYTES) {
            return false;
        }
        int count = frame[DATA_AT] & MAX_SHARE;
        byte[] share = Arrays.copyOfRange(frame, SHARE_AT, SHARE_AT + count);
        byte[] same = write(share, 0, count);
        same[DATA_AT] = frame[DATA_AT];
        return Arrays.equals(frame, same);
    }

    static boolean isFirst(byte[] frame) {
        return (frame[DATA_AT] & FIRST) != 0;
    }

    /** The bytes of the message in a frame of ours. */
    static byte[] share(byte[] frame) {
        return Arrays.copyOfRange(frame, SHARE_AT, SHARE_AT + (frame[DATA_AT] & MAX_SHARE));
    }
}
