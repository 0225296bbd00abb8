package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The FLAC rules (RFC 9639): the stream information tells block size, rate, channels, bits, number of samples and their MD5;
 * frames follow each other without a gap up to the end, numbered from 0, each with a right CRC-8 over its header and a right
 * CRC-16 over the whole, all of 4096 samples but the last. Checksums are computed here bit by bit, apart from the main code.
 * The reference decoder ({@code flac -t}) and ffmpeg accept these files; the file in the test resources is from the reference
 * encoder, with linear prediction.
 */
class FlacTest {

    private static final int FRAMES_AT = 42;
    private static final int BLOCK = 4096;
    private final byte[] flac = Spoken.bytes("free, lossless and quite long", AudioFormat.FLAC);
    private final byte[] pcm = Spoken.bytes("free, lossless and quite long", AudioFormat.PCM);

    @Test
    void streamInfo_fields_areThoseOfTheSamples() throws Exception {
        ByteBuffer info = ByteBuffer.wrap(flac);
        assertThat(info.getInt()).isEqualTo(0x664C6143);
        assertThat(info.getInt()).as("last block, type 0, 34 bytes").isEqualTo(0x80000022);
        assertThat(info.getShort()).isEqualTo((short) BLOCK);
        assertThat(info.getShort()).isEqualTo((short) BLOCK);
        long packed = info.getLong(18);
        assertThat(packed >>> 44).as("rate").isEqualTo(24_000);
        assertThat(packed >>> 41 & 7).as("channels - 1").isZero();
        assertThat(packed >>> 36 & 31).as("bits - 1").isEqualTo(15);
        assertThat(packed & 0xFFFFFFFFFL).as("samples").isEqualTo(pcm.length / 2);
        assertThat(Arrays.copyOfRange(flac, 26, FRAMES_AT))
                .isEqualTo(MessageDigest.getInstance("MD5").digest(pcm));
    }

    @Test
    void frames_upToTheEnd_haveRightChecksumsAndNumbers() {
        List<Integer> starts = frameStarts(flac);
        assertThat(starts).hasSize((pcm.length / 2 + BLOCK - 1) / BLOCK);
        assertThat(starts.get(0)).isEqualTo(FRAMES_AT);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : flac.length;
            // over a frame and its own checksum the sum is zero
            assertThat(crc(flac, starts.get(i), end, 16, 0x8005))
                    .as("frame %d", i)
                    .isZero();
        }
    }

    @Test
    void frames_moreThanOneByteCanNumber_areNumberedOn() {
        byte[] longer = Spoken.bytes("a longer text ".repeat(180), AudioFormat.FLAC);
        assertThat(frameStarts(longer)).hasSizeGreaterThan(0x80 + 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 300, 1000, -1})
    void hear_changedByte_isNothing(int index) {
        byte[] changed = flac.clone();
        changed[index < 0 ? flac.length - 1 : FRAMES_AT + index] ^= 1;
        // the last frame holds silence only
        assertThat(Spoken.heard(changed).isPresent()).isEqualTo(index < 0);
    }

    @Test
    void listen_fileOfTheReferenceEncoder_isTheSpokenText() throws IOException {
        try (InputStream file = FlacTest.class.getResourceAsStream("/audio/reference-encoder.flac")) {
            Heard heard = Voice.listen(file);
            assertThat(heard.text()).contains("made by another encoder");
            assertThat(heard.duration()).isEqualTo(Voice.duration("made by another encoder", 4));
        }
    }

    @Test
    void duration_cutStream_isThatOfTheWholeFrames() throws IOException {
        int third = frameStarts(flac).get(2);
        byte[] cut = Arrays.copyOf(flac, third + 20);
        assertThat(Voice.duration(new ByteArrayInputStream(cut)))
                .isEqualTo(Duration.ofNanos(2L * BLOCK * 1_000_000_000 / 24_000));
    }

    /** Where a frame header with the next number and a right checksum stands. */
    private static List<Integer> frameStarts(byte[] flac) {
        List<Integer> starts = new ArrayList<>();
        for (int i = FRAMES_AT; i + 9 < flac.length; i++) {
            if ((flac[i] & 0xFF) == 0xFF && (flac[i + 1] & 0xFF) == 0xF8 && isHeader(flac, i, starts.size())) {
                starts.add(i);
            }
        }
        return starts;
    }

    private static boolean isHeader(byte[] flac, int start, int number) {
        int sizeCode = flac[start + 2] >> 4 & 15;
        boolean fixed = (flac[start + 2] & 15) == 7 && flac[start + 3] == 8;
        boolean short7 = flac[start + 4] >= 0;
        int first = flac[start + 4] & 0xFF;
        int found = short7 ? first : (first & 0x1F) << 6 | flac[start + 5] & 0x3F;
        int length = 4 + (short7 ? 1 : 2) + (sizeCode == 7 ? 2 : 0);
        return fixed && found == number && crc(flac, start, start + length + 1, 8, 0x07) == 0;
    }

    private static int crc(byte[] bytes, int from, int to, int width, int polynomial) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            for (int bit = 7; bit >= 0; bit--) {
                int top = crc >> width - 1 & 1 ^ bytes[i] >> bit & 1;
                crc = (crc << 1 ^ (top == 0 ? 0 : polynomial)) & (1 << width) - 1;
            }
        }
        return crc;
    }
}
