package ai.fastrouter.camel.test.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Ogg and Opus rules (RFC 3533, RFC 7845): pages without a gap up to the end, each with a right CRC-32 (computed here bit by
 * bit), one serial number, numbered from 0; only the first is marked as first and only the last as last; OpusHead alone on the
 * first page, OpusTags next, sound on pages of its own; granule positions count 960 samples for each packet, the last one
 * the exact end. ffmpeg and opusinfo accept these files without a warning, and show text and length.
 */
class OpusTest {

    private static final int PRE_SKIP = 312;
    private final byte[] opus = Spoken.bytes("an interactive codec", AudioFormat.OPUS);

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 247, 248, 2_000, 64_991, 65_000, 200_000})
    void pages_upToTheEnd_followTheRules(int letters) {
        String text = "z".repeat(letters);
        List<ByteBuffer> pages = pages(Spoken.bytes(text, AudioFormat.OPUS, 4));
        StringBuilder tags = new StringBuilder();
        long packets = 0;
        for (int i = 0; i < pages.size(); i++) {
            ByteBuffer page = pages.get(i);
            boolean last = i == pages.size() - 1;
            assertThat(page.getInt(22)).as("checksum of page %d", i).isEqualTo(crc(page));
            assertThat(page.getInt(18)).isEqualTo(i);
            assertThat(page.getInt(14)).isEqualTo(pages.get(0).getInt(14));
            boolean sound = packets > 1;
            assertThat(page.get(5) & 2).as("first").isEqualTo(i == 0 ? 2 : 0);
            assertThat(page.get(5) & 4).as("last").isEqualTo(last ? 4 : 0);
            assertThat(page.get(5) & 1).as("continued").isEqualTo(i > 1 && !sound ? 1 : 0);
            int ending = packetsEnding(page);
            packets += ending;
            if (sound) {
                long end = (packets - 2) * 960;
                long exact = PRE_SKIP + Voice.duration(text, 4).toNanos() * 6 / 125_000;
                assertThat(page.getLong(6)).isEqualTo(last ? exact : end);
                assertThat(end - page.getLong(6)).isBetween(0L, 959L);
            } else {
                assertThat(page.getLong(6)).isEqualTo(ending == 0 ? -1 : 0);
                tags.append(i == 0 ? "" : body(page));
            }
        }
        assertThat(tags).startsWith("OpusTags").endsWith("LYRICS=" + text);
    }

    @Test
    void firstPage_holdsOpusHead() {
        ByteBuffer page = pages(opus).get(0);
        assertThat(page.capacity()).isEqualTo(28 + 19);
        assertThat(body(page)).startsWith("OpusHead\1\1");
        assertThat(page.getShort(28 + 10)).isEqualTo((short) PRE_SKIP);
        assertThat(page.getInt(28 + 12)).isEqualTo(24_000);
        assertThat(page.getShort(28 + 16)).as("gain").isZero();
        assertThat(page.get(28 + 18)).as("mapping").isZero();
    }

    @Test
    void soundPackets_areSilenceOf20Milliseconds() {
        ByteBuffer page = pages(opus).get(2);
        int segments = page.get(26) & 0xFF;
        byte[] expected = new byte[80];
        System.arraycopy(new byte[] {(byte) 0xFB, 0x41, 75, (byte) 0xFF, (byte) 0xFE}, 0, expected, 0, 5);
        for (int i = 0; i < segments; i++) {
            assertThat(page.get(27 + i)).isEqualTo((byte) 80);
            int at = 27 + segments + i * 80;
            assertThat(Arrays.copyOfRange(page.array(), page.arrayOffset() + at, page.arrayOffset() + at + 80))
                    .isEqualTo(expected);
        }
    }

    @Test
    void hear_pageMissing_isNothing() {
        List<ByteBuffer> pages = pages(Spoken.bytes("long enough for some pages ".repeat(6), AudioFormat.OPUS));
        assertThat(pages).hasSizeGreaterThan(5);
        for (int i = 0; i < pages.size(); i++) {
            List<ByteBuffer> rest = new ArrayList<>(pages);
            rest.remove(i);
            assertThat(Spoken.heard(bytes(rest))).as("without page %d", i).isEmpty();
        }
    }

    @Test
    void hear_changedByte_isNothing() {
        for (int i = 0; i < opus.length; i += 7) {
            byte[] changed = opus.clone();
            changed[i] ^= 4;
            assertThat(Spoken.heard(changed)).as("byte %d", i).isEmpty();
        }
    }

    private static List<ByteBuffer> pages(byte[] ogg) {
        List<ByteBuffer> pages = new ArrayList<>();
        int at = 0;
        while (at < ogg.length) {
            assertThat(new String(ogg, at, 4, StandardCharsets.ISO_8859_1)).isEqualTo("OggS");
            int length = 27 + (ogg[at + 26] & 0xFF);
            for (int i = at + 27; i < at + 27 + (ogg[at + 26] & 0xFF); i++) {
                length += ogg[i] & 0xFF;
            }
            pages.add(ByteBuffer.wrap(ogg, at, length).slice().order(ByteOrder.LITTLE_ENDIAN));
            at += length;
        }
        assertThat(at).isEqualTo(ogg.length);
        return pages;
    }

    private static int packetsEnding(ByteBuffer page) {
        int ending = 0;
        for (int i = 0; i < (page.get(26) & 0xFF); i++) {
            ending += (page.get(27 + i) & 0xFF) < 255 ? 1 : 0;
        }
        return ending;
    }

    private static String body(ByteBuffer page) {
        int from = 27 + (page.get(26) & 0xFF);
        return new String(page.array(), page.arrayOffset() + from, page.capacity() - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(List<ByteBuffer> pages) {
        return Spoken.join(pages.stream()
                .map(page -> Arrays.copyOfRange(page.array(), page.arrayOffset(), page.arrayOffset() + page.capacity()))
                .toArray(byte[][]::new));
    }

    private static int crc(ByteBuffer page) {
        int crc = 0;
        for (int i = 0; i < page.capacity(); i++) {
            // the checksum's own place counts as zero
            int value = i >= 22 && i < 26 ? 0 : page.get(i);
            for (int bit = 7; bit >= 0; bit--) {
                int top = crc >>> 31 ^ value >> bit & 1;
                crc = crc << 1 ^ (top == 0 ? 0 : 0x04C11DB7);
            }
        }
        return crc;
    }
}
