package ai.fastrouter.camel.test.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * What one audio held.
 *
 * @param format what the first bytes said; {@link AudioFormat#PCM} when they said nothing
 * @param text the complete utterances, joined with one space; empty when there was none
 * @param duration how long it lasts; what is no audio counts as PCM and lasts as long as its bytes would
 */
public record Heard(AudioFormat format, Optional<String> text, Duration duration) {

    /** Without the text: what users say belongs into no log. */
    @Override
    public String toString() {
        return "Heard[" + format + ", " + text.map(String::length).orElse(0) + " characters, " + duration + "]";
    }
}
