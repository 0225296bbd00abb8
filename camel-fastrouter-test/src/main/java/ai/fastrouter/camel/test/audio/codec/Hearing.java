package ai.fastrouter.camel.test.audio.codec;

import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/** Collects what one audio held: the texts in order and how long it lasts. For one thread. */
public final class Hearing {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final StringJoiner texts = new StringJoiner(" ");
    private boolean heard;
    private Duration duration = Duration.ZERO;

    /** Adds a complete utterance. */
    public void text(String text) {
        texts.add(text);
        heard = true;
    }

    /** Adds time: {@code samples} of which {@code rate} make a second. */
    public void lasts(long samples, long rate) {
        long nanos = samples % rate * NANOS_PER_SECOND / rate;
        duration = duration.plusSeconds(samples / rate).plusNanos(nanos);
    }

    /** All utterances, joined with one space; empty when there was none. */
    public Optional<String> text() {
        return heard ? Optional.of(texts.toString()) : Optional.empty();
    }

    /** The time added so far. */
    public Duration duration() {
        return duration;
    }
}
