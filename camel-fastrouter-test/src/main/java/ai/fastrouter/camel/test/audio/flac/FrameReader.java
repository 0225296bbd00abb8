package ai.fastrouter.camel.test.audio.flac;

import ai.fastrouter.camel.test.audio.codec.CutException;
import java.io.IOException;

/** Reads FLAC streams one after another, frame by frame. A frame is given out only when both its checksums are right. */
final class FrameReader {

    private static final int MARK_START = 'f' << 8 | 'L';
    private static final int MARK_END = 'a' << 8 | 'C';
    private static final int STREAM_INFO = 0;
    private static final int STREAM_INFO_BYTES = 34;
    private static final int MAX_BITS = 16;
    private static final int[] RATES = {
        0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };
    private static final int[] BITS = {0, 8, 12, 0, 16, 20, 24, 32};

    private final BitReader in;
    private final SubframeReader subframe;
    private int[] samples = new int[0];
    private int count;
    private int rate;
    private int streamRate;
    private int streamBits;

    FrameReader(BitReader in) {
        this.in = in;
        this.subframe = new SubframeReader(in);
    }

    /** Reads the next frame; false at the end. */
    boolean next() throws IOException {
        while (!in.atEnd()) {
            in.resetCrc();
            int start = (int) in.get(16);
            if (start == MARK_START) {
                metadata();
            } else if ((start & 0xFFFE) == 0xFFF8) {
                frame();
                return true;
            } else {
                throw new CutException("neither a frame nor a stream");
            }
        }
        return false;
    }

    int count() {
        return count;
    }

    int rate() {
        return rate;
    }

    int sample(int index) {
        return samples[index];
    }

    private void metadata() throws IOException {
        require(in.get(16) == MARK_END, "stream mark");
        boolean last;
        do {
            last = in.get(1) == 1;
            int type = (int) in.get(7);
            int length = (int) in.get(24);
            if (type == STREAM_INFO && length == STREAM_INFO_BYTES) {
                streamInfo();
            } else {
                in.skipBytes(length);
            }
        } while (!last);
    }

    private void streamInfo() throws IOException {
        // block and frame sizes
        in.skipBytes(10);
        streamRate = (int) in.get(20);
        in.get(3);
        streamBits = (int) in.get(5) + 1;
        // number of samples, and their MD5
        in.get(4);
        in.skipBytes(4 + 16);
    }

    private void frame() throws IOException {
        int blockCode = (int) in.get(4);
        int rateCode = (int) in.get(4);
        int channels = (int) in.get(4);
        int bitsCode = (int) in.get(3);
        in.get(1);
        skipNumber();
        count = blockSize(blockCode);
        rate = rate(rateCode);
        int expected = in.crc8();
        require(in.get(8) == expected, "header checksum");
        int bits = bitsCode == 0 ? streamBits : BITS[bitsCode];
        require(channels == 0 && bits > 0 && bits <= MAX_BITS && rate > 0, "one channel of up to 16 bits");
        if (samples.length < count) {
            samples = new int[count];
        }
        subframe.read(samples, count, bits);
        in.align();
        int sum = in.crc16();
        require(in.get(16) == sum, "frame checksum");
    }

    private void skipNumber() throws IOException {
        int first = (int) in.get(8);
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        require(ones != 1 && ones < 8, "frame number");
        in.skipBytes(Math.max(0, ones - 1));
    }

    private int blockSize(int code) throws IOException {
        require(code != 0, "block size");
        return switch (code) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> (int) in.get(8) + 1;
            case 7 -> (int) in.get(16) + 1;
            default -> 256 << code - 8;
        };
    }

    private int rate(int code) throws IOException {
        require(code != 15, "sample rate");
        return switch (code) {
            case 0 -> streamRate;
            case 12 -> (int) in.get(8) * 1000;
            case 13 -> (int) in.get(16);
            case 14 -> (int) in.get(16) * 10;
            default -> RATES[code];
        };
    }

    static void require(boolean sound, String what) throws CutException {
        if (!sound) {
            throw new CutException(what);
        }
    }
}
