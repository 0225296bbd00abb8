package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of the formats, and what their first bytes tell. */
class AudioFormatTest {

    @ParameterizedTest
    @CsvSource({"mp3,MP3", "opus,OPUS", "aac,AAC", "flac,FLAC", "wav,WAV", "pcm,PCM", "pcm16,PCM"})
    void of_wireName_isTheFormat(String wireName, AudioFormat format) {
        assertThat(AudioFormat.of(wireName)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"MP3", "ogg", "''", "pcm24"})
    void of_anythingElse_isEmpty(String wireName) {
        assertThat(AudioFormat.of(wireName)).isEmpty();
    }

    @Test
    void of_null_isEmpty() {
        assertThat(AudioFormat.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,audio/mpeg,mp3",
        "OPUS,audio/ogg,opus",
        "AAC,audio/aac,aac",
        "FLAC,audio/flac,flac",
        "WAV,audio/wav,wav",
        "PCM,audio/pcm,pcm"
    })
    void format_names_areThoseOfTheGateways(AudioFormat format, String contentType, String extension) {
        assertThat(format.contentType()).isEqualTo(contentType);
        assertThat(format.extension()).isEqualTo(extension);
        assertThat(AudioFormat.of(format.wireName())).contains(format);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PCM")
    void detect_ownAudio_isItsFormat(AudioFormat format) {
        byte[] audio = Spoken.bytes("detect me", format);
        assertThat(AudioFormat.detect(audio)).contains(format);
        assertThat(AudioFormat.detect(Arrays.copyOf(audio, AudioFormat.DETECT_BYTES)))
                .contains(format);
    }

    @Test
    void detect_bareMpegFrame_isMp3() {
        assertThat(AudioFormat.detect(new byte[] {(byte) 0xFF, (byte) 0xFB})).contains(AudioFormat.MP3);
    }

    @Test
    void detect_samplesOrNothing_isEmpty() {
        assertThat(AudioFormat.detect(Spoken.bytes("x", AudioFormat.PCM))).isEmpty();
        assertThat(AudioFormat.detect(new byte[0])).isEmpty();
        assertThat(AudioFormat.detect("RIFF1234AVI ".getBytes())).isEmpty();
        assertThat(AudioFormat.detect(new byte[] {-1, -1, -1, -1})).isEmpty();
    }
}
