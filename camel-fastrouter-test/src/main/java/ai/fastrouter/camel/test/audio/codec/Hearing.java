package ai.fastrouter.camel.test.audio.codec;

import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/** Collects what one audio held: the texts in order and how long it lasts. For one thread. */
public final class Hearing {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final StringJoiner texts = new StringJoiner(" ");
    private boolean heard;
    private Duration before = Duration.ZERO;
    private long samples;
    private long rate = 1;

    /** Adds a complete utterance. */
    public void text(String text) {
        texts.add(text);
        heard = true;
    }

    /** Adds time: {@code count} samples of which {@code perSecond} make a second. */
    public void lasts(long count, long perSecond) {
        if (perSecond != rate) {
            before = duration();
            samples = 0;
            rate = perSecond;
        }
        // summed as samples: a rounding error for each frame would add up
        samples += count;
    }

    /** All utterances, joined with one space; empty when there was none. */
    public Optional<String> text() {
        return heard ? Optional.of(texts.toString()) : Optional.empty();
    }

    /** The time added so far. */
    public Duration duration() {
        long nanos = samples % rate * NANOS_PER_SECOND / rate;
        return before.plusSeconds(samples / rate).plusNanos(nanos);
    }
}
