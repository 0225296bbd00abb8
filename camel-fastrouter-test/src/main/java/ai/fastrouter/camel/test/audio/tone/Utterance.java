package ai.fastrouter.camel.test.audio.tone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A text and how fast it is spoken. All formats of the same utterance last equally long (rounded up to whole frames).
 * One UTF-8 byte takes two symbols; a symbol lasts 10 ms at speed 1, so plain English runs at 20 ms a letter.
 */
public final class Utterance {

    /** Samples per second. */
    public static final int RATE = 24_000;

    /** The slowest and the fastest speed; the range that the speech endpoint allows. */
    public static final double MIN_SPEED = 0.25;

    /** See {@link #MIN_SPEED}. */
    public static final double MAX_SPEED = 4.0;

    static final int SYMBOL = 240;
    static final int LEAD_SYMBOLS = 10;
    static final int PILOT_SYMBOLS = 8;
    static final int GAP_SYMBOLS = 1;
    static final int TRAIL_SYMBOLS = 10;
    private static final int FIXED_SYMBOLS = LEAD_SYMBOLS + PILOT_SYMBOLS + GAP_SYMBOLS + TRAIL_SYMBOLS;

    private final String text;
    private final byte[] message;
    private final int symbolLength;

    /**
     * Checks and frames the text. A lone surrogate becomes a question mark, as always in UTF-8.
     *
     * @param text 1 character to 1 MiB of UTF-8
     * @param speed {@value #MIN_SPEED} to {@value #MAX_SPEED}; 1 is normal
     * @throws IllegalArgumentException when one of them is out of range
     */
    public Utterance(String text, double speed) {
        if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("speed is " + speed + ", allowed " + MIN_SPEED + " to " + MAX_SPEED);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0 || utf8.length > Message.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "text has " + utf8.length + " bytes in UTF-8, allowed 1 to " + Message.MAX_BYTES);
        }
        this.text = text;
        this.message = Message.frame(utf8);
        this.symbolLength = (int) Math.round(SYMBOL / speed);
    }

    /** What is spoken. */
    public String text() {
        return text;
    }

    /** The text's bytes with length and checksum around them, see {@link Message}; not to be changed. */
    public byte[] message() {
        return message;
    }

    /** Samples per symbol, 60 to 960. */
    public int symbolLength() {
        return symbolLength;
    }

    /** Samples from the first to the last, silence around the text included. */
    public long samples() {
        return (long) symbolLength * (FIXED_SYMBOLS + 2L * message.length);
    }

    /** {@link #samples()} as a time. */
    public Duration duration() {
        return Duration.ofNanos(samples() * 1_000_000_000L / RATE);
    }
}
