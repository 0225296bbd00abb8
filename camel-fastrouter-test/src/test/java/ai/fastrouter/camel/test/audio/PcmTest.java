package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples themselves: their level, and that they are heard through noise, at other levels and behind other sound. */
class PcmTest {

    private static final String TEXT = "can you hear me?";

    @Test
    void samples_ofSpeech_beginAndEndSilentAndStayBelowFullScale() {
        ShortBuffer samples = samples(Spoken.bytes(TEXT, AudioFormat.PCM));
        int peak = 0;
        for (int i = 0; i < samples.limit(); i++) {
            boolean margin = i < 2400 || i >= samples.limit() - 2400;
            assertThat(margin && samples.get(i) != 0).as("sound at %d", i).isFalse();
            peak = Math.max(peak, Math.abs(samples.get(i)));
        }
        assertThat(peak).isEqualTo(12_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 4})
    void hear_noise_isTheSpokenText(double speed) {
        byte[] pcm = Spoken.bytes(TEXT, AudioFormat.PCM, speed);
        Random random = new Random(1);
        ShortBuffer samples = samples(pcm);
        for (int i = 0; i < samples.limit(); i++) {
            samples.put(i, (short) (samples.get(i) + random.nextInt(4001) - 2000));
        }
        assertThat(Spoken.heard(pcm)).contains(TEXT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.8, 1.5, 2.7})
    void hear_otherLevel_isTheSpokenText(double factor) {
        byte[] pcm = Spoken.bytes(TEXT, AudioFormat.PCM);
        ShortBuffer samples = samples(pcm);
        for (int i = 0; i < samples.limit(); i++) {
            samples.put(i, (short) (samples.get(i) * factor));
        }
        assertThat(Spoken.heard(pcm)).contains(TEXT);
    }

    @Test
    void hear_foreignSoundBetween_isAllUtterances() {
        byte[] noise = new byte[20_000];
        new Random(2).nextBytes(noise);
        byte[] pcm = Spoken.bytes(TEXT, AudioFormat.PCM);
        assertThat(Spoken.heard(pcm, noise, pcm, noise)).contains(TEXT + " " + TEXT);
    }

    @Test
    void hear_streamThatGivesOneByteAtATime_isTheSpokenText() throws IOException {
        for (AudioFormat format : AudioFormat.values()) {
            InputStream slow = new ByteArrayInputStream(Spoken.bytes("drop by drop", format, 4)) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(1, length));
                }
            };
            assertThat(Voice.hear(slow)).as("%s", format).contains("drop by drop");
        }
    }

    @Test
    void listen_junk_isReadToItsEnd() throws IOException {
        for (AudioFormat format : AudioFormat.values()) {
            byte[] start = Arrays.copyOf(Spoken.bytes("x", format), 60);
            ByteArrayInputStream junk = new ByteArrayInputStream(Spoken.join(start, new byte[100_000]));
            Voice.listen(junk);
            assertThat(junk.available()).as("%s", format).isZero();
        }
    }

    @Test
    void duration_rawBytes_isThatOfSamples() throws IOException {
        assertThat(Voice.duration(new ByteArrayInputStream(new byte[48_001]))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void heard_asText_doesNotTellWhatWasSaid() throws IOException {
        Heard heard = Voice.listen(Voice.open("private words", AudioFormat.PCM, 1));
        assertThat(heard.toString()).contains("13 characters", "PCM").doesNotContain("private");
    }

    @Test
    void open_readOneByOne_givesTheSameBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream audio = Voice.open("byte", AudioFormat.WAV, 4);
        for (int value = audio.read(); value >= 0; value = audio.read()) {
            bytes.write(value);
        }
        assertThat(bytes.toByteArray()).isEqualTo(Spoken.bytes("byte", AudioFormat.WAV, 4));
        assertThat(audio.read(new byte[5])).isEqualTo(-1);
        assertThat(audio.read(new byte[0])).isZero();
    }

    private static ShortBuffer samples(byte[] pcm) {
        return ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }
}
