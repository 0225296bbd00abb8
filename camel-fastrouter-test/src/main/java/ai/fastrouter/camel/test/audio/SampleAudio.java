package ai.fastrouter.camel.test.audio;

import ai.fastrouter.camel.test.audio.codec.BlockStream;
import ai.fastrouter.camel.test.audio.pcm.Hum;
import ai.fastrouter.camel.test.audio.pcm.WavHeader;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** Audio of a wanted size, for uploads: made while it is read, in constant memory. */
public final class SampleAudio {

    private SampleAudio() {}

    /**
     * A WAV stream of exactly this many bytes, header included: a soft hum and, at its very end, the spoken text. So a
     * receiver that {@linkplain Voice#hear hears} the text got all of it. Two calls give the same bytes.
     *
     * @param text what is said at the end, at speed 4
     * @param totalBytes even; at least what header and text need
     * @throws IllegalArgumentException when the size is odd or too small
     */
    public static InputStream wav(String text, long totalBytes) {
        long spoken = new Utterance(text, Utterance.MAX_SPEED).samples() * Short.BYTES;
        long hum = totalBytes - WavHeader.BYTES - spoken;
        if (hum < 0 || totalBytes % Short.BYTES != 0) {
            throw new IllegalArgumentException(
                    "totalBytes is " + totalBytes + ", must be even and at least " + (WavHeader.BYTES + spoken));
        }
        InputStream header = new ByteArrayInputStream(WavHeader.of(totalBytes - WavHeader.BYTES));
        InputStream voice = Voice.open(text, AudioFormat.PCM, Utterance.MAX_SPEED);
        return new SequenceInputStream(Collections.enumeration(List.of(header, new BlockStream(new Hum(hum)), voice)));
    }
}
