package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The WAV rules: the header's sizes are those of the file, Java's own audio system reads it, the samples are those of PCM;
 * and what others write into WAV headers is understood.
 */
class WavTest {

    private static final int DATA_SIZE_AT = 40;
    private final byte[] wav = Spoken.bytes("chunks", AudioFormat.WAV);

    @Test
    void wav_readByTheAudioSystem_hasFormatAndLength() throws Exception {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(24_000f);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFormat().isBigEndian()).isFalse();
            Duration length = Duration.ofNanos(audio.getFrameLength() * 1_000_000_000L / 24_000);
            assertThat(length).isEqualTo(Voice.duration("chunks", 1));
            assertThat(audio.readAllBytes()).isEqualTo(Spoken.bytes("chunks", AudioFormat.PCM));
        }
    }

    @Test
    void wavHeader_sizes_areThoseOfTheFile() {
        ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(4)).isEqualTo(wav.length - 8);
        assertThat(header.getInt(DATA_SIZE_AT)).isEqualTo(wav.length - 44);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 0x7FFFFFFF})
    void hear_openLength_isTheSpokenText(int size) throws IOException {
        byte[] open = withDataSize(size);
        assertThat(Spoken.heard(open)).contains("chunks");
        assertThat(Voice.duration(new ByteArrayInputStream(open))).isEqualTo(Voice.duration("chunks", 1));
    }

    @Test
    void hear_openLengthTwice_joinsTheTexts() throws IOException {
        assertThat(Spoken.heard(withDataSize(-1), withDataSize(0))).contains("chunks chunks");
    }

    @Test
    void hear_otherChunksAround_isTheSpokenText() throws IOException {
        byte[] list = chunk("LIST", "INFOodd");
        byte[] around = Spoken.join(
                Arrays.copyOf(wav, 12),
                list,
                Arrays.copyOfRange(wav, 12, 36),
                list,
                list,
                Arrays.copyOfRange(wav, 36, wav.length),
                list);
        assertThat(Spoken.heard(around)).contains("chunks");
        assertThat(Spoken.heard(around, wav)).contains("chunks chunks");
    }

    @Test
    void hear_extensibleFormat_isTheSpokenText() throws IOException {
        byte[] format = Arrays.copyOfRange(wav, 20, 36);
        format[0] = (byte) 0xFE;
        format[1] = (byte) 0xFF;
        byte[] head = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("fmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(40)
                .array();
        byte[] extensible = Spoken.join(
                Arrays.copyOf(wav, 12), head, format, new byte[24], Arrays.copyOfRange(wav, 36, wav.length));
        assertThat(Spoken.heard(extensible)).contains("chunks");
    }

    @Test
    void listen_stereoOf44100Hz_tellsTheDurationAndNoText() throws IOException {
        byte[] foreign = wav.clone();
        ByteBuffer.wrap(foreign)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(22, (short) 2)
                .putInt(24, 44_100)
                .putInt(28, 176_400)
                .putShort(32, (short) 4);
        Heard heard = Voice.listen(new ByteArrayInputStream(foreign));
        assertThat(heard.text()).isEmpty();
        assertThat(heard.format()).isEqualTo(AudioFormat.WAV);
        assertThat(heard.duration()).isEqualTo(Duration.ofNanos((wav.length - 44) * 1_000_000_000L / 176_400));
    }

    @Test
    void sampleAudio_of20Megabytes_hasThatLengthAndSpeaksAtItsEnd() throws IOException {
        long size = 20_000_000;
        assertThat(SampleAudio.wav("all here", size).transferTo(OutputStream.nullOutputStream()))
                .isEqualTo(size);
        Heard heard = Voice.listen(SampleAudio.wav("all here", size));
        assertThat(heard.text()).contains("all here");
        assertThat(heard.duration()).isEqualTo(Duration.ofNanos((size - 44) * 1_000_000_000L / 48_000));
    }

    @Test
    void sampleAudio_readByTheAudioSystem_isAWav() throws Exception {
        InputStream sample = new BufferedInputStream(SampleAudio.wav("x", 100_000));
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(sample)) {
            assertThat(audio.getFrameLength()).isEqualTo((100_000 - 44) / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 0, 44, 100, 100_001})
    void sampleAudio_impossibleSize_isRefused(long size) {
        assertThatThrownBy(() -> SampleAudio.wav("text", size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("totalBytes is " + size);
    }

    private byte[] withDataSize(int size) {
        byte[] changed = wav.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size).putInt(DATA_SIZE_AT, size);
        return changed;
    }

    private static byte[] chunk(String id, String content) {
        int padded = content.length() + content.length() % 2;
        return ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length())
                .put(content.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
