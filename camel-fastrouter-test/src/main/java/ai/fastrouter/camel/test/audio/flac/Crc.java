package ai.fastrouter.camel.test.audio.flac;

/** The two checksums of FLAC: CRC-8 (polynomial 0x07) for frame headers, CRC-16 (0x8005) for frames; both start at 0. */
final class Crc {

    private static final int[] TABLE_8 = table(8, 0x07);
    private static final int[] TABLE_16 = table(16, 0x8005);

    private Crc() {}

    static int next8(int crc, int value) {
        return TABLE_8[(crc ^ value) & 0xFF];
    }

    static int next16(int crc, int value) {
        return (crc << 8 ^ TABLE_16[(crc >> 8 ^ value) & 0xFF]) & 0xFFFF;
    }

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        int top = 1 << width - 1;
        int mask = (1 << width) - 1;
        for (int value = 0; value < table.length; value++) {
            int crc = value << width - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & top) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
            table[value] = crc & mask;
        }
        return table;
    }
}
