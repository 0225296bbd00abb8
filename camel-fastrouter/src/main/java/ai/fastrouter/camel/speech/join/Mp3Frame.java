package ai.fastrouter.camel.speech.join;

import java.nio.charset.StandardCharsets;

/** What a frame of MPEG audio layer III says of itself (ISO 11172-3, 2.4.1.3; ISO 13818-3 for the lower sample rates). */
final class Mp3Frame {

    /** More than any frame has. */
    static final int LARGEST = 2881;

    private static final int[] RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLES = {44100, 48000, 32000};

    private Mp3Frame() {}

    /** The length of the frame that begins here, in bytes; 0 if none does. Needs four bytes. */
    static int length(byte[] bytes) {
        int word = (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        int version = word >>> 19 & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
        int layer = word >>> 17 & 3;
        int rate = word >>> 12 & 15;
        int samples = word >>> 10 & 3;
        if (word >>> 21 != 0x7FF || version == 1 || layer != 1 || rate == 0 || rate == 15 || samples == 3) {
            return 0;
        }
        int frequency = SAMPLES[samples] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int bits = (version == 3 ? RATES_1 : RATES_2)[rate] * 1000;
        return (version == 3 ? 144 : 72) * bits / frequency + (word >>> 9 & 1);
    }

    /** Whether it holds no sound but a note of the whole length (Xing, LAME, VBRI). */
    static boolean isNote(byte[] frame, int length) {
        boolean first = (frame[1] >>> 3 & 3) == 3;
        boolean mono = (frame[3] & 0xC0) == 0xC0;
        int side = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
        return is(frame, length, 4 + side, "Xing")
                || is(frame, length, 4 + side, "Info")
                || is(frame, length, 36, "VBRI");
    }

    private static boolean is(byte[] frame, int length, int offset, String text) {
        return offset + 4 <= length && text.equals(new String(frame, offset, 4, StandardCharsets.US_ASCII));
    }
}
