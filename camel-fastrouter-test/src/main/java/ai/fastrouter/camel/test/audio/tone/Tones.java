package ai.fastrouter.camel.test.audio.tone;

/**
 * The sixteen tones, 800 Hz to 6800 Hz in steps of 400 Hz, one for each half byte. At 24 kHz each of them has a whole number
 * of periods in 60 samples, so 60 samples tell them apart exactly, wherever in the tone they are taken.
 */
final class Tones {

    /** Samples after which every tone repeats. */
    static final int PERIOD = 60;

    static final int COUNT = 16;

    /** The 6000 Hz tone: four samples to a period, so its first and last loud sample are known. */
    static final int PILOT = 13;

    /** A sample at least this far from zero is loud. */
    static final int LOUD = 3_000;

    private static final int PEAK = 12_000;
    private static final int LOWEST = 2;
    private static final double ENOUGH = Math.pow(PEAK * PERIOD / 2.0 / 2.0, 2);
    private static final short[][] SINE = table(0);
    private static final short[][] COSINE = table(Math.PI / 2);

    private Tones() {}

    static short sample(int tone, int phase) {
        return SINE[tone][phase];
    }

    /** The tone that these {@link #PERIOD} samples hold, -1 when none is loud enough. */
    static int detect(short[] window) {
        int best = -1;
        double most = ENOUGH;
        for (int tone = 0; tone < COUNT; tone++) {
            double sine = correlate(window, SINE[tone]);
            double cosine = correlate(window, COSINE[tone]);
            double power = sine * sine + cosine * cosine;
            if (power > most) {
                most = power;
                best = tone;
            }
        }
        return best;
    }

    private static double correlate(short[] window, short[] wave) {
        long sum = 0;
        for (int i = 0; i < PERIOD; i++) {
            sum += window[i] * wave[i];
        }
        return (double) sum / PEAK;
    }

    private static short[][] table(double shift) {
        short[][] waves = new short[COUNT][PERIOD];
        for (int tone = 0; tone < COUNT; tone++) {
            for (int i = 0; i < PERIOD; i++) {
                double turns = (double) (LOWEST + tone) * i / PERIOD;
                waves[tone][i] = (short) Math.round(PEAK * Math.sin(2 * Math.PI * turns + shift));
            }
        }
        return waves;
    }
}
