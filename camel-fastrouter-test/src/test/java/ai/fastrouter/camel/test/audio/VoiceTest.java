package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spoken is heard again, in every format. The bytes of each format are checked by the tests named after it. */
class VoiceTest {

    private static final String ODD = "Grüße, Ωμέγα, Привет, 你好, שלום, 👩‍🚀 \"quotes\" \\ \t\r\n \0 end ";

    @ParameterizedTest
    @EnumSource
    void hear_ownAudio_isTheSpokenText(AudioFormat format) throws IOException {
        assertThat(Spoken.heard(Spoken.bytes("Hello from the gateway.", format, 1)))
                .contains("Hello from the gateway.");
    }

    @ParameterizedTest
    @EnumSource
    void hear_oddCharacters_areAllThere(AudioFormat format) throws IOException {
        assertThat(Spoken.heard(Spoken.bytes(ODD, format, 1.3))).contains(ODD);
    }

    @ParameterizedTest
    @EnumSource
    void hear_longText_isWhole(AudioFormat format) throws IOException {
        String text = "four thousand and ninety-six letters ".repeat(111).substring(0, 4096);
        assertThat(Spoken.heard(Spoken.bytes(text, format, 1))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.3, 0.77, 0.9, 1, 1.1, 1.25, 1.9, 2, 3.3, 3.99, 4})
    void hear_anySpeed_isTheSpokenText(double speed) throws IOException {
        for (AudioFormat format : AudioFormat.values()) {
            assertThat(Spoken.heard(Spoken.bytes("Speed it up, or down.", format, speed)))
                    .contains("Speed it up, or down.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hear_twoUtterancesInARow_joinsThemWithASpace(AudioFormat format) throws IOException {
        byte[] both = Spoken.join(Spoken.bytes("first", format, 1), Spoken.bytes("second", format, 2.2));
        assertThat(Spoken.heard(both)).contains("first second");
    }

    @ParameterizedTest
    @EnumSource
    void hear_secondUtteranceCut_isTheFirst(AudioFormat format) throws IOException {
        byte[] second = Spoken.bytes("the second one", format, 1);
        byte[] both = Spoken.join(Spoken.bytes("first", format, 1), Arrays.copyOf(second, second.length * 2 / 3));
        assertThat(Spoken.heard(both)).contains("first");
    }

    @ParameterizedTest
    @EnumSource
    void hear_audioCutAnywhere_isNothing(AudioFormat format) throws IOException {
        byte[] whole = Spoken.bytes("cut me", format, 1);
        for (int length = 0; length < whole.length * 3 / 4; length += 97) {
            assertThat(Spoken.heard(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hear_audioWithAChangedByte_isTheTextOrNothing(AudioFormat format) throws IOException {
        byte[] whole = Spoken.bytes("change me", format, 4);
        for (int i = 0; i < whole.length; i += 13) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x55;
            Spoken.heard(changed).ifPresent(text -> assertThat(text).hasSize("change me".length()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void duration_ofAudio_isThatOfTheTextUpToOneFrame(AudioFormat format) throws IOException {
        for (double speed : new double[] {0.25, 1, 1.5, 4}) {
            Duration expected = Voice.duration("How long does this take?", speed);
            Duration actual =
                    Voice.duration(new ByteArrayInputStream(Spoken.bytes("How long does this take?", format, speed)));
            assertThat(actual).isBetween(expected, expected.plusMillis(43));
        }
    }

    @Test
    void duration_doubleSpeed_isHalf() {
        assertThat(Voice.duration("some words", 2))
                .isEqualTo(Voice.duration("some words", 1).dividedBy(2));
    }

    @Test
    void duration_longestSpeechInput_staysBelowTwoMinutes() {
        assertThat(Voice.duration("x".repeat(4096), 1)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
    }

    @ParameterizedTest
    @EnumSource
    void speak_twice_givesTheSameBytes(AudioFormat format) throws IOException {
        assertThat(Spoken.bytes("again", format, 1)).isEqualTo(Spoken.bytes("again", format, 1));
    }

    @ParameterizedTest
    @EnumSource
    void speakInPieces_anySize_givesTheSameBytes(AudioFormat format) throws IOException {
        Iterable<byte[]> pieces = Voice.speakInPieces("piece by piece", format, 1, 1000);
        for (int round = 0; round < 2; round++) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (byte[] piece : pieces) {
                assertThat(joined.size() % 1000).isZero();
                assertThat(piece).hasSizeBetween(1, 1000);
                joined.write(piece);
            }
            assertThat(joined.toByteArray()).isEqualTo(Spoken.bytes("piece by piece", format, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void speak_emptyText_isRefused(AudioFormat format) {
        assertThatThrownBy(() -> Spoken.bytes("", format, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text has 0 bytes");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.24, 4.01, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void speak_speedOutOfRange_isRefused(double speed) {
        assertThatThrownBy(() -> Spoken.bytes("text", AudioFormat.WAV, speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed is " + speed)
                .hasMessageContaining("0.25 to 4.0");
    }

    @Test
    void speakInPieces_noBytes_isRefused() {
        assertThatThrownBy(() -> Voice.speakInPieces("text", AudioFormat.WAV, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pieceBytes is 0");
    }

    @ParameterizedTest
    @EnumSource
    void hear_junkBehindTheRightStart_isNothing(AudioFormat format) throws IOException {
        byte[] start = Arrays.copyOf(Spoken.bytes("x", format, 1), AudioFormat.DETECT_BYTES);
        Random random = new Random(format.ordinal());
        for (int round = 0; round < 50; round++) {
            byte[] junk = new byte[random.nextInt(20_000)];
            random.nextBytes(junk);
            assertThat(Spoken.heard(junk)).isEmpty();
            assertThat(Spoken.heard(start, junk)).isEmpty();
        }
    }

    @Test
    void hear_nothing_isNothing() throws IOException {
        Heard heard = Voice.listen(new ByteArrayInputStream(new byte[0]));
        assertThat(heard.text()).isEmpty();
        assertThat(heard.duration()).isZero();
    }
}
