package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The MP3 rules: one ID3v2.4 tag whose size leads to the first frame; from there frames of 192 bytes without a gap up to the end,
 * each with the same MPEG-2 Layer III header and nothing but zeros, which is silence; the tag's TLEN is their time. ffmpeg and
 * sox decode these files to silence of that length and show the lyrics.
 */
class Mp3Test {

    private static final int FRAME = 192;
    private final byte[] mp3 = Spoken.bytes("layer three", AudioFormat.MP3);

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 130, 17_000, 300_000})
    void frames_fromTheTagToTheEnd_areAChain(int letters) {
        byte[] audio = Spoken.bytes("y".repeat(letters), AudioFormat.MP3, 4);
        int start = tagLength(audio);
        assertThat((audio.length - start) % FRAME).isZero();
        byte[] expected = new byte[FRAME];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xF3, (byte) 0x84, (byte) 0xC4}, 0, expected, 0, 4);
        for (int at = start; at < audio.length; at += FRAME) {
            assertThat(Arrays.equals(expected, Arrays.copyOfRange(audio, at, at + FRAME)))
                    .as("frame at %d", at)
                    .isTrue();
        }
    }

    @Test
    void tag_frames_areLengthChecksumAndLyrics() {
        String tag = new String(mp3, 0, tagLength(mp3), StandardCharsets.UTF_8);
        long millis = (mp3.length - tagLength(mp3)) / FRAME * 24L;
        assertThat(tag).startsWith("ID3\4\0\0").contains("TLEN", "\3" + millis);
        assertThat(tag).contains("TXXX", "\3CRC-32\0").endsWith("USLT\0\0\0\20\0\0\3und\0layer three");
        assertThat(Duration.ofMillis(millis))
                .isBetween(
                        Voice.duration("layer three", 1),
                        Voice.duration("layer three", 1).plusMillis(24));
    }

    @Test
    void hear_frameMissing_isNothing() {
        assertThat(Spoken.heard(Arrays.copyOf(mp3, mp3.length - FRAME))).isEmpty();
    }

    @Test
    void hear_frameTooMany_isNothing() {
        byte[] last = Arrays.copyOfRange(mp3, mp3.length - FRAME, mp3.length);
        assertThat(Spoken.heard(mp3, last)).isEmpty();
    }

    @Test
    void hear_letterChanged_isNothing() {
        byte[] changed = mp3.clone();
        changed[tagLength(mp3) - 1] ^= 1;
        assertThat(Spoken.heard(changed)).isEmpty();
    }

    @Test
    void hear_soundInAFrame_isNothing() {
        byte[] changed = mp3.clone();
        changed[mp3.length - 1] = 1;
        assertThat(Spoken.heard(changed)).isEmpty();
    }

    @Test
    void duration_foreignMpeg1File_isThatOfItsFrames() throws IOException {
        // 128 kbit/s, 44.1 kHz: 417 bytes without padding, 1152 samples
        byte[] frame = new byte[417];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0}, 0, frame, 0, 4);
        byte[] coverArt = new byte[3 << 20];
        byte[] tag = {'I', 'D', '3', 3, 0, 0, 1, 0x40, 0, 0};
        Heard heard = Voice.listen(new ByteArrayInputStream(Spoken.join(tag, coverArt, frame, frame, frame)));
        assertThat(heard.format()).isEqualTo(AudioFormat.MP3);
        assertThat(heard.text()).isEmpty();
        assertThat(heard.duration()).isEqualTo(Duration.ofNanos(3 * 1152 * 1_000_000_000L / 44_100));
    }

    private static int tagLength(byte[] audio) {
        return 10 + (audio[6] << 21 | audio[7] << 14 | audio[8] << 7 | audio[9]);
    }
}
