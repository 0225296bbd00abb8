package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.tone.ToneEar;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes up to a limit or to the end, as little-endian samples for an ear or only to count them. */
final class SampleReader {

    private static final int BUFFER = 8192;

    private final InputStream in;

    SampleReader(InputStream in) {
        this.in = in;
    }

    /** Returns how many bytes were there; the ear may be null, then the bytes are only counted. */
    long read(long limit, ToneEar ear) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        while (total < limit) {
            // only the last one can be odd: readNBytes fills the whole buffer before the end
            int count = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, limit - total));
            if (count == 0) {
                break;
            }
            if (ear != null) {
                feed(buffer, count, ear);
            }
            total += count;
        }
        return total;
    }

    private static void feed(byte[] bytes, int count, ToneEar ear) {
        for (int i = 0; i + 1 < count; i += 2) {
            ear.hear((short) (bytes[i] & 0xFF | bytes[i + 1] << 8));
        }
    }
}
