package ai.fastrouter.camel.speech.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedJoinerTest {

    /** MPEG 1 layer III, 64 kbit/s, 48 kHz, mono: 192 bytes. */
    private static final int FRAME = 192;

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 127, 128, 129, 191, 500, 5000})
    void tags_andNotesOfLength_areLeftOut(int packet) throws Exception {
        byte[] first = concat(id3(40), note("Xing", 21), frames(1, 5), id3v1());
        byte[] second = concat(id3(3000), note("Info", 21), frames(6, 3), id3v1());
        byte[] joined = Collected.joined(new TaggedJoiner(true), packet, first, second);
        assertThat(joined).isEqualTo(concat(id3(40), frames(1, 5), frames(6, 3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5000})
    void parts_withoutTags_areJustPutTogether(int packet) throws Exception {
        byte[] joined = Collected.joined(new TaggedJoiner(true), packet, frames(1, 2), frames(3, 1), frames(4, 4));
        assertThat(joined).isEqualTo(frames(1, 7));
    }

    @Test
    void note_ofTheFraunhoferEncoder_isLeftOut() throws Exception {
        byte[] joined =
                Collected.joined(new TaggedJoiner(true), 64, concat(note("VBRI", 36), frames(1, 2)), frames(3, 1));
        assertThat(joined).isEqualTo(frames(1, 3));
    }

    @Test
    void severalTags_atTheBeginning_areAllLeftOut() throws Exception {
        byte[] joined =
                Collected.joined(new TaggedJoiner(true), 17, frames(1, 1), concat(id3(30), id3(20), frames(2, 1)));
        assertThat(joined).isEqualTo(frames(1, 2));
    }

    @Test
    void tag_withFooter_isLeftOutWithIt() throws Exception {
        byte[] tag = id3(20);
        tag[5] = 0x10;
        byte[] footer = new byte[10];
        byte[] joined = Collected.joined(new TaggedJoiner(true), 17, frames(1, 1), concat(tag, footer, frames(2, 1)));
        assertThat(joined).isEqualTo(frames(1, 2));
    }

    @Test
    void aac_losesItsTagsOnly() throws Exception {
        byte[] adts = {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, 0x01, 0x1F, (byte) 0xFC, 1, 2};
        byte[] joined = Collected.joined(new TaggedJoiner(false), 4, adts, concat(id3(12), adts));
        assertThat(joined).isEqualTo(concat(adts, adts));
    }

    @Test
    void part_shorterThanAnyHeader_isKeptAsItIs() throws Exception {
        assertThat(Collected.joined(new TaggedJoiner(true), 2, new byte[] {1, 2, 3}, new byte[] {4}))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void samples_ofPcm_arePutTogetherAndAligned() throws Exception {
        assertThat(Collected.joined(new PcmJoiner(), 2, new byte[] {1, 2, 3}, new byte[] {4, 5}))
                .containsExactly(1, 2, 3, 0, 4, 5);
    }

    @Test
    void frameLengths_areThoseOfTheStandard() {
        assertThat(Mp3Frame.length(header(0xFB, 0x54))).isEqualTo(192); // MPEG 1, 64 kbit/s, 48 kHz
        assertThat(Mp3Frame.length(header(0xFB, 0x90))).isEqualTo(417); // MPEG 1, 128 kbit/s, 44.1 kHz
        assertThat(Mp3Frame.length(header(0xFB, 0x92))).isEqualTo(418); // the same, padded
        assertThat(Mp3Frame.length(header(0xF3, 0x84))).isEqualTo(192); // MPEG 2, 64 kbit/s, 24 kHz
        assertThat(Mp3Frame.length(header(0xE3, 0x84))).isEqualTo(384); // MPEG 2.5, 64 kbit/s, 12 kHz
        assertThat(Mp3Frame.length(header(0xFB, 0xF0))).isZero(); // no bit rate
        assertThat(Mp3Frame.length(header(0xFD, 0x54))).isZero(); // layer II
    }

    private static byte[] header(int second, int third) {
        return new byte[] {(byte) 0xFF, (byte) second, (byte) third, (byte) 0xC0};
    }

    private static byte[] frame(int fill) {
        byte[] frame = new byte[FRAME];
        Arrays.fill(frame, (byte) fill);
        System.arraycopy(header(0xFB, 0x54), 0, frame, 0, 4);
        return frame;
    }

    private static byte[] frames(int from, int count) {
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            all[i] = frame(from + i);
        }
        return concat(all);
    }

    /** A frame that only says how long the whole is. */
    private static byte[] note(String name, int offset) {
        byte[] frame = frame(0);
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, frame, offset, 4);
        return frame;
    }

    private static byte[] id3(int size) {
        byte[] tag = new byte[10 + size];
        Arrays.fill(tag, (byte) 'x');
        byte[] start = {'I', 'D', '3', 4, 0, 0, 0, 0, (byte) (size >> 7), (byte) (size & 0x7f)};
        System.arraycopy(start, 0, tag, 0, 10);
        return tag;
    }

    private static byte[] id3v1() {
        byte[] tag = new byte[128];
        System.arraycopy(new byte[] {'T', 'A', 'G'}, 0, tag, 0, 3);
        return tag;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
