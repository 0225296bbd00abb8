package ai.fastrouter.camel.test.audio.mpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * An ID3v2.4 tag with three frames: TLEN, the length in milliseconds; TXXX "CRC-32", the checksum of the text; USLT, the text
 * as unsynchronised lyrics. Players show the lyrics; the other two tell whether text and audio belong together.
 */
final class Id3Tag {

    /** Bytes before the frames: "ID3", version, flags, size. */
    static final int HEAD = 10;

    private static final String LENGTH = "TLEN";
    private static final String CHECKSUM = "TXXX";
    private static final String LYRICS = "USLT";
    private static final byte UTF_8 = 3;
    private static final String CHECKSUM_NAME = "CRC-32\0";
    private static final String LANGUAGE_AND_NAME = "und\0";

    private final byte[] frames;

    private Id3Tag(byte[] frames) {
        this.frames = frames;
    }

    static byte[] write(String text, long millis) {
        byte[] length = frame(LENGTH, Long.toString(millis));
        byte[] checksum = frame(CHECKSUM, CHECKSUM_NAME + checksum(text));
        byte[] lyrics = frame(LYRICS, LANGUAGE_AND_NAME + text);
        int size = length.length + checksum.length + lyrics.length;
        return ByteBuffer.allocate(HEAD + size)
                .put(new byte[] {'I', 'D', '3', 4, 0, 0})
                .putInt(spread(size))
                .put(length)
                .put(checksum)
                .put(lyrics)
                .array();
    }

    static boolean isHead(byte[] head) {
        return head.length == HEAD && head[0] == 'I' && head[1] == 'D' && head[2] == '3';
    }

    /** How many bytes of frames follow this head. */
    static int size(byte[] head) {
        return gather(ByteBuffer.wrap(head).getInt(6));
    }

    static Id3Tag parse(byte[] frames) {
        return new Id3Tag(frames);
    }

    /** The length in milliseconds, if the tag has one. */
    OptionalLong millis() {
        try {
            return find(LENGTH).stream().mapToLong(Long::parseLong).findFirst();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The text, if the tag has one with the right checksum. */
    Optional<String> text() {
        Optional<String> checksum = find(CHECKSUM);
        return find(LYRICS)
                .filter(lyrics -> lyrics.startsWith(LANGUAGE_AND_NAME))
                .map(lyrics -> lyrics.substring(LANGUAGE_AND_NAME.length()))
                .filter(text -> checksum.equals(Optional.of(CHECKSUM_NAME + checksum(text))));
    }

    private Optional<String> find(String id) {
        ByteBuffer buffer = ByteBuffer.wrap(frames);
        while (buffer.remaining() >= HEAD) {
            byte[] name = new byte[4];
            buffer.get(name);
            int size = gather(buffer.getInt());
            buffer.getShort();
            if (size > buffer.remaining()) {
                return Optional.empty();
            }
            byte[] content = new byte[size];
            buffer.get(content);
            boolean wanted = Arrays.equals(name, id.getBytes(StandardCharsets.US_ASCII));
            if (wanted && size > 0 && content[0] == UTF_8) {
                return Optional.of(new String(content, 1, size - 1, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static byte[] frame(String id, String content) {
        byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + 1 + utf8.length)
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt(spread(1 + utf8.length))
                .putShort((short) 0)
                .put(UTF_8)
                .put(utf8)
                .array();
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Sizes use seven bits of each byte, so that no byte looks like the start of a frame of sound. */
    private static int spread(int size) {
        return size >> 21 << 24 | (size >> 14 & 0x7F) << 16 | (size >> 7 & 0x7F) << 8 | size & 0x7F;
    }

    private static int gather(int spread) {
        return (spread >> 24 & 0x7F) << 21 | (spread >> 16 & 0x7F) << 14 | (spread >> 8 & 0x7F) << 7 | spread & 0x7F;
    }
}
