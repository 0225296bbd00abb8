package ai.fastrouter.camel.test.audio.mpeg;

import java.util.Optional;

/**
 * The four bytes at the start of a Layer III frame (ISO 11172-3 and 13818-3).
 *
 * @param rate samples per second
 * @param samples samples of each channel in this frame
 * @param bytes length of the frame, header included
 */
record Mp3Header(int rate, int samples, int bytes) {

    static final int BYTES = 4;

    private static final int[] KBITS_VERSION_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_VERSION_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int LAYER_3 = 1;
    private static final int VERSION_1 = 3;
    private static final int RESERVED_VERSION = 1;

    /** Empty when these are no such bytes, or the bit rate is left open. */
    static Optional<Mp3Header> parse(byte[] bytes) {
        if (bytes.length < BYTES || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xE0) != 0xE0) {
            return Optional.empty();
        }
        int version = bytes[1] >> 3 & 3;
        int bitRateCode = bytes[2] >> 4 & 15;
        int rateCode = bytes[2] >> 2 & 3;
        boolean layer3 = (bytes[1] >> 1 & 3) == LAYER_3;
        if (version == RESERVED_VERSION || !layer3 || bitRateCode == 0 || bitRateCode == 15 || rateCode == 3) {
            return Optional.empty();
        }
        boolean first = version == VERSION_1;
        int kbits = (first ? KBITS_VERSION_1 : KBITS_VERSION_2)[bitRateCode];
        // version 2 halves the rates, 2.5 (code 0) halves them again
        int rate = RATES[rateCode] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = first ? 1152 : 576;
        int padding = bytes[2] >> 1 & 1;
        return Optional.of(new Mp3Header(rate, samples, samples / 8 * kbits * 1000 / rate + padding));
    }
}
