package ai.fastrouter.camel.test.audio.ogg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts packets into the numbered pages of one stream. */
final class OggPages {

    private final int serial;
    private int sequence;

    OggPages(int serial) {
        this.serial = serial;
    }

    /** One packet on pages of its own, as many as it needs; the granule position is 0, as for headers. */
    byte[] header(byte[] packet, int flags) {
        ByteArrayOutputStream pages = new ByteArrayOutputStream();
        int segments = packet.length / OggPage.SEGMENT + 1;
        for (int first = 0; first < segments; first += OggPage.SEGMENT) {
            int count = Math.min(OggPage.SEGMENT, segments - first);
            boolean end = first + count == segments;
            byte[] lacing = new byte[count];
            Arrays.fill(lacing, (byte) OggPage.SEGMENT);
            if (end) {
                lacing[count - 1] = (byte) (packet.length % OggPage.SEGMENT);
            }
            int from = first * OggPage.SEGMENT;
            byte[] body = Arrays.copyOfRange(packet, from, Math.min(packet.length, from + count * OggPage.SEGMENT));
            int continued = first == 0 ? 0 : OggPage.CONTINUED;
            pages.writeBytes(page(flags | continued, end ? 0 : -1, lacing, body));
        }
        return pages.toByteArray();
    }

    /** Equal packets, each shorter than one segment. */
    byte[] repeated(byte[] packet, int count, long granule, boolean last) {
        byte[] lacing = new byte[count];
        Arrays.fill(lacing, (byte) packet.length);
        byte[] body = new byte[count * packet.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(packet, 0, body, i * packet.length, packet.length);
        }
        return page(last ? OggPage.LAST : 0, granule, lacing, body);
    }

    private byte[] page(int flags, long granule, byte[] lacing, byte[] body) {
        return new OggPage(flags, granule, serial, sequence++, lacing, body).toBytes();
    }
}
