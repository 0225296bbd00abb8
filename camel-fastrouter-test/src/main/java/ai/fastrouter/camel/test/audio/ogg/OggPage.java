package ai.fastrouter.camel.test.audio.ogg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One page of an Ogg stream (RFC 3533).
 *
 * @param flags {@link #CONTINUED}, {@link #FIRST}, {@link #LAST}
 * @param granule samples of 48 kHz up to the end of the last packet that ends here; -1 when none ends
 * @param serial the stream's number
 * @param sequence the page's number
 * @param lacing lengths of the segments; one below 255 ends a packet
 * @param body the segments
 */
record OggPage(int flags, long granule, int serial, int sequence, byte[] lacing, byte[] body) {

    /** The page begins inside a packet. */
    static final int CONTINUED = 1;

    /** The first page of a stream. */
    static final int FIRST = 2;

    /** The last page of a stream. */
    static final int LAST = 4;

    /** Most segments of a page, and most bytes of a segment. */
    static final int SEGMENT = 255;

    /** The capture pattern and version 0. */
    private static final byte[] MARK = "OggS\0".getBytes(StandardCharsets.US_ASCII);

    private static final int HEADER = 27;
    private static final int CRC_AT = 22;

    byte[] toBytes() {
        byte[] page = ByteBuffer.allocate(HEADER + lacing.length + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK)
                .put((byte) flags)
                .putLong(granule)
                .putInt(serial)
                .putInt(sequence)
                .putInt(0)
                .put((byte) lacing.length)
                .put(lacing)
                .put(body)
                .array();
        ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).putInt(CRC_AT, OggCrc.of(page));
        return page;
    }

    /** The next page; empty at the end, and for what is no whole page with the right checksum. */
    static Optional<OggPage> read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER || !ByteBuffer.wrap(header, 0, MARK.length).equals(ByteBuffer.wrap(MARK))) {
            return Optional.empty();
        }
        byte[] lacing = in.readNBytes(header[HEADER - 1] & 0xFF);
        int length = 0;
        for (byte segment : lacing) {
            length += segment & 0xFF;
        }
        byte[] body = in.readNBytes(length);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        OggPage page = new OggPage(header[5], fields.getLong(6), fields.getInt(14), fields.getInt(18), lacing, body);
        boolean whole = body.length == length && lacing.length == (header[HEADER - 1] & 0xFF);
        boolean right = whole
                && ByteBuffer.wrap(page.toBytes())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt(CRC_AT)
                        == fields.getInt(CRC_AT);
        return right ? Optional.of(page) : Optional.empty();
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
