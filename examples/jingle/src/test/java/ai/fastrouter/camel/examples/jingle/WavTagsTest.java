package ai.fastrouter.camel.examples.jingle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavTagsTest {

    private static final AudioJob JOB = new AudioJob(
            "job-7", null, "a/model", null, null, null, null, null, null, null, null, null, null, null, null, 0, null);

    @Test
    void wav_tagged_tellsWhatItWasMadeOfAndStillPlays() throws Exception {
        byte[] wav = spoken(AudioFormat.WAV);

        byte[] tagged = tagged(wav);

        ByteBuffer buffer = ByteBuffer.wrap(tagged).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getInt(4)).isEqualTo(tagged.length - 8);
        String list = new String(tagged, wav.length, tagged.length - wav.length, StandardCharsets.UTF_8);
        assertThat(list)
                .startsWith("LIST")
                .contains("INFOINAM\5\0\0\0news\0\0")
                .contains("ICMT\10\0\0\0a drüm\0")
                .contains("ISFT\10\0\0\0a/model\0")
                .endsWith("ISRC\6\0\0\0job-7\0");
        assertThat(buffer.getInt(wav.length + 4)).isEqualTo(tagged.length - wav.length - 8);
        assertThat(Voice.hear(new ByteArrayInputStream(tagged))).hasValue("Hello");
    }

    @Test
    void wav_ofOddLength_isPadded() throws Exception {
        byte[] wav = spoken(AudioFormat.WAV);
        byte[] odd = Arrays.copyOf(wav, wav.length - 1);

        byte[] tagged = tagged(odd);

        assertThat(new String(tagged, odd.length + 1, 4, StandardCharsets.US_ASCII))
                .isEqualTo("LIST");
        assertThat(ByteBuffer.wrap(tagged).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(tagged.length - 8);
    }

    @Test
    void anythingElse_staysAsItIs() throws Exception {
        byte[] mp3 = spoken(AudioFormat.MP3);
        assertThat(tagged(mp3)).isEqualTo(mp3);
        assertThat(tagged(new byte[] {1, 2})).containsExactly(1, 2);
    }

    private static byte[] tagged(byte[] audio) throws IOException {
        return new WavTags()
                .tagged(new ByteArrayInputStream(audio), audio.length, "news", "a drüm", JOB)
                .readAllBytes();
    }

    private static byte[] spoken(AudioFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Voice.speak("Hello", format, 1, out);
        return out.toByteArray();
    }
}
