package ai.fastrouter.camel.speech.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.error.FastRouterException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavJoinerTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 44, 45, 1000})
    void parts_inPacketsOfAnySize_getOneRightHeader(int packet) throws Exception {
        byte[] joined = Collected.joined(new WavJoiner(), packet, wav(24000, 100, 200), wav(24000, 50, 100));
        AudioFileFormat format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(joined));
        assertThat(format.getFrameLength()).isEqualTo(150);
        assertThat(format.getFormat().getSampleRate()).isEqualTo(24000f);
        assertThat(format.getByteLength()).isEqualTo(44 + 300).isEqualTo(joined.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x7FFFFFFF, 0xFFFFFFFF})
    void sizes_ofStreamingServers_areNotBelieved(int size) throws Exception {
        byte[] joined = Collected.joined(new WavJoiner(), 10, wav(24000, 100, size), wav(24000, 50, size));
        assertThat(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(joined))
                        .getFrameLength())
                .isEqualTo(150);
    }

    @Test
    void chunks_besideTheSamples_areLeftOut() throws Exception {
        byte[] plain = wav(24000, 4, 8);
        byte[] list = chunk("LIST", new byte[] {1, 2, 3, 4, 5});
        byte[] before = concat(slice(plain, 0, 12), list, slice(plain, 12, plain.length));
        byte[] after = concat(plain, list);
        byte[] joined = Collected.joined(new WavJoiner(), 5, before, after);
        assertThat(joined).hasSize(44 + 16);
        assertThat(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(joined))
                        .getFrameLength())
                .isEqualTo(8);
    }

    @Test
    void samples_stayInOrder() throws Exception {
        byte[] one = wav(8000, 2, 4);
        byte[] two = wav(8000, 2, 4);
        one[44] = 1;
        one[47] = 2;
        two[44] = 3;
        two[47] = 4;
        byte[] joined = Collected.joined(new WavJoiner(), 9, one, two);
        assertThat(slice(joined, 44, 52)).containsExactly(1, 0, 0, 2, 3, 0, 0, 4);
    }

    @Test
    void part_thatEndsWithinASample_isFilledUp() throws Exception {
        byte[] cut = slice(wav(8000, 2, 4), 0, 47);
        byte[] joined = Collected.joined(new WavJoiner(), 100, cut, wav(8000, 1, 2));
        assertThat(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(joined))
                        .getFrameLength())
                .isEqualTo(3);
    }

    @Test
    void live_headerComesFirstWithUnknownSizes() throws Exception {
        byte[] joined = Collected.joined(new WavJoiner().live(), 13, wav(24000, 3, 6), wav(24000, 2, 4));
        assertThat(joined).hasSize(44 + 10);
        ByteBuffer header = ByteBuffer.wrap(joined).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(4)).isEqualTo(0xFFFFFFFF);
        assertThat(header.getInt(40)).isEqualTo(0xFFFFFFFF);
        assertThat(header.getInt(24)).isEqualTo(24000);
    }

    @Test
    void length_beyond32Bits_isWrittenAsUnknown() throws Exception {
        WavJoiner joiner = new WavJoiner();
        Collected.joined(joiner, 10, wav(24000, 1, 2));
        ByteBuffer header = joiner.header(5_000_000_000L).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(40)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void parts_withDifferentSampleRates_areRefused() {
        assertThatThrownBy(() -> Collected.joined(new WavJoiner(), 10, wav(24000, 1, 2), wav(48000, 1, 2)))
                .isInstanceOfSatisfying(
                        FastRouterException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo("audio_not_joinable"))
                .hasMessageContaining("different sample formats");
    }

    @Test
    void part_thatIsNoWav_isRefused() {
        byte[] mp3 = new byte[100];
        assertThatThrownBy(() -> Collected.joined(new WavJoiner(), 10, mp3)).hasMessageContaining("no WAV");
    }

    @Test
    void part_withoutSamples_isRefused() {
        byte[] header = slice(wav(24000, 0, 0), 0, 36);
        assertThatThrownBy(() -> Collected.joined(new WavJoiner(), 10, header)).hasMessageContaining("no WAV");
    }

    @Test
    void header_withoutEnd_isRefusedAndNotGathered() {
        byte[] endless = concat(slice(wav(24000, 0, 0), 0, 12), chunk("JUNK", new byte[200_000]));
        assertThatThrownBy(() -> Collected.joined(new WavJoiner(), 1000, endless))
                .hasMessageContaining("header without end");
    }

    /** Mono, 16 bit. */
    private static byte[] wav(int rate, int samples, int writtenSize) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + writtenSize);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2);
        wav.putShort((short) 16).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(writtenSize);
        return wav.array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
