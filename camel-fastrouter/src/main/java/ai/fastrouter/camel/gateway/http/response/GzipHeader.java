package ai.fastrouter.camel.gateway.http.response;

import java.nio.ByteBuffer;

/**
 * Skips the header of a gzip member (RFC 1952, 2.3), in whatever pieces it comes. Its optional parts are of no use
 * here; its own checksum is not checked, since the body's is.
 */
final class GzipHeader {

    private static final int FIXED = 10;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private int read;
    private int left;
    private int flags;
    private int extraLength;
    private int extraLengthBytes;

    /**
     * Takes bytes up to the end of the header.
     *
     * @return whether the header is over
     * @throws BrokenEncodingException if this is no gzip
     */
    boolean skip(ByteBuffer data) throws BrokenEncodingException {
        while (read < FIXED && data.hasRemaining()) {
            fixed(data.get() & 0xff);
        }
        while (read == FIXED && left != 0 && data.hasRemaining()) {
            optional(data.get() & 0xff);
        }
        return read == FIXED && left == 0;
    }

    private void fixed(int value) throws BrokenEncodingException {
        boolean good = switch (read) {
            case 0 -> value == 0x1f;
            case 1 -> value == 0x8b;
            case 2 -> value == 8;
            case 3 -> (value & RESERVED) == 0;
            default -> true;
        };
        if (!good) {
            throw new BrokenEncodingException("it has no gzip header");
        }
        if (read == 3) {
            flags = value;
            left = value & (CHECKSUM | EXTRA | NAME | COMMENT);
        }
        read++;
    }

    /** The parts come in the order extra, name, comment, checksum; each clears its bit when it is over. */
    private void optional(int value) {
        if ((left & EXTRA) != 0) {
            if (extraLengthBytes < 2) {
                extraLength |= value << 8 * extraLengthBytes++;
            } else {
                extraLength--;
            }
            if (extraLengthBytes == 2 && extraLength == 0) {
                left &= ~EXTRA;
            }
        } else if ((left & NAME) != 0) {
            left &= value == 0 ? ~NAME : ~0;
        } else if ((left & COMMENT) != 0) {
            left &= value == 0 ? ~COMMENT : ~0;
        } else if ((flags & CHECKSUM) != 0) {
            // two bytes: the first clears the flag, the second what is left
            flags &= ~CHECKSUM;
        } else {
            left &= ~CHECKSUM;
        }
    }
}
