package ai.fastrouter.camel.test.audio.ogg;

import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The two packets before the sound: OpusHead and OpusTags with the comment "LYRICS=text" (RFC 7845, section 5). */
final class OpusHeaders {

    /** Samples of 48 kHz that a decoder drops at the start. */
    static final int PRE_SKIP = 312;

    private static final String HEAD = "OpusHead";
    private static final String TAGS = "OpusTags";
    private static final int HEAD_BYTES = 19;
    private static final int PRE_SKIP_AT = 10;
    private static final byte[] VENDOR = "camel-fastrouter-test".getBytes(StandardCharsets.UTF_8);
    private static final String LYRICS = "LYRICS=";

    private OpusHeaders() {}

    static byte[] head() {
        return ByteBuffer.allocate(HEAD_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HEAD.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) PRE_SKIP)
                .putInt(Utterance.RATE)
                // no gain, channels in their usual order
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    static byte[] tags(String text) {
        byte[] comment = (LYRICS + text).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(TAGS.length() + 4 + VENDOR.length + 4 + 4 + comment.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(TAGS.getBytes(StandardCharsets.US_ASCII))
                .putInt(VENDOR.length)
                .put(VENDOR)
                .putInt(1)
                .putInt(comment.length)
                .put(comment)
                .array();
    }

    /** The samples to drop, if this is an OpusHead. */
    static Optional<Integer> preSkip(byte[] packet) {
        return starts(packet, HEAD) && packet.length >= HEAD_BYTES
                ? Optional.of(
                        ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getShort(PRE_SKIP_AT) & 0xFFFF)
                : Optional.empty();
    }

    /** The text, if these are OpusTags of ours. */
    static Optional<String> text(byte[] packet) {
        int commentAt = TAGS.length() + 4 + VENDOR.length + 4 + 4;
        if (!starts(packet, TAGS) || packet.length <= commentAt) {
            return Optional.empty();
        }
        String comment = new String(packet, commentAt, packet.length - commentAt, StandardCharsets.UTF_8);
        boolean ours = Arrays.equals(packet, tags(comment.substring(Math.min(comment.length(), LYRICS.length()))));
        return ours ? Optional.of(comment.substring(LYRICS.length())) : Optional.empty();
    }

    private static boolean starts(byte[] packet, String mark) {
        return packet.length >= mark.length()
                && new String(packet, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }
}
