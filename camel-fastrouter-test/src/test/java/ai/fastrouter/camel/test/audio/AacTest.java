package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The AAC rules: ADTS frames without a gap up to the end, each telling AAC-LC, 24 kHz, one channel and its own length; in each a
 * data stream element, a channel without bands (silence) and the end mark. ffmpeg decodes these files to silence.
 */
class AacTest {

    private static final int SAMPLES = 1024;
    private final byte[] aac = Spoken.bytes("advanced audio", AudioFormat.AAC);

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 4})
    void frames_upToTheEnd_areAChain(double speed) throws IOException {
        byte[] audio = Spoken.bytes("advanced audio", AudioFormat.AAC, speed);
        int frames = 0;
        int at = 0;
        while (at < audio.length) {
            assertThat((audio[at] & 0xFF) << 8 | audio[at + 1] & 0xFF)
                    .as("sync")
                    .isEqualTo(0xFFF1);
            assertThat(audio[at + 2] >> 6 & 3).as("LC").isEqualTo(1);
            assertThat(audio[at + 2] >> 2 & 15).as("24 kHz").isEqualTo(6);
            assertThat((audio[at + 2] & 1) << 2 | audio[at + 3] >> 6 & 3)
                    .as("channels")
                    .isEqualTo(1);
            assertThat(audio[at + 6] & 3).as("blocks - 1").isZero();
            int length = frameLength(audio, at);
            int dataBytes = audio[at + 8] & 0xFF;
            assertThat(audio[at + 7] & 0xFF).as("data element").isEqualTo(0x81);
            assertThat(Arrays.copyOfRange(audio, at + 9 + dataBytes, at + length))
                    .as("silence and end")
                    .containsExactly(0, 0, 0, 7);
            at += length;
            frames++;
        }
        assertThat(at).isEqualTo(audio.length);
        assertThat(Voice.duration(new ByteArrayInputStream(audio)))
                .isEqualTo(Duration.ofNanos(frames * SAMPLES * 1_000_000_000L / 24_000));
    }

    @Test
    void dataElements_joined_holdTheText() {
        ByteArrayOutputStream shares = new ByteArrayOutputStream();
        for (int at = 0; at < aac.length; at += frameLength(aac, at)) {
            shares.write(aac, at + 10, aac[at + 9] & 0x7F);
        }
        assertThat(shares.toString(StandardCharsets.ISO_8859_1)).contains("advanced audio");
    }

    @Test
    void hear_anyFrameWithTextMissing_isNothing() {
        int length = frameLength(aac, 0);
        for (int at = 0; at < aac.length; at += length) {
            byte[] before = Arrays.copyOf(aac, at);
            byte[] after = Arrays.copyOfRange(aac, at + length, aac.length);
            boolean hasText = (aac[at + 9] & 0x7F) > 0;
            assertThat(Spoken.heard(before, after).isEmpty())
                    .as("without the frame at %d", at)
                    .isEqualTo(hasText);
        }
    }

    @Test
    void hear_lastFrameMissing_isNothing() {
        assertThat(Spoken.heard(Arrays.copyOf(aac, aac.length - frameLength(aac, 0))))
                .isEmpty();
    }

    @Test
    void hear_soundInAFrame_isNothing() {
        byte[] changed = aac.clone();
        changed[frameLength(aac, 0) * 3 - 4] = 1;
        assertThat(Spoken.heard(changed)).isEmpty();
    }

    private static int frameLength(byte[] audio, int at) {
        return (audio[at + 3] & 3) << 11 | (audio[at + 4] & 0xFF) << 3 | (audio[at + 5] & 0xFF) >> 5;
    }
}
