package ai.fastrouter.camel.test.audio.ogg;

/** Ogg's checksum: CRC-32 with polynomial 0x04C11DB7, highest bit first, start 0, no final inversion (RFC 3533). */
final class OggCrc {

    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int[] TABLE = table();

    private OggCrc() {}

    static int of(byte[] page) {
        int crc = 0;
        for (byte value : page) {
            crc = crc << 8 ^ TABLE[(crc >>> 24 ^ value) & 0xFF];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            int crc = value << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            table[value] = crc;
        }
        return table;
    }
}
