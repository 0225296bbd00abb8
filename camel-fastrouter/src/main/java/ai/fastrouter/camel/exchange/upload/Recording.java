package ai.fastrouter.camel.exchange.upload;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A recording that lies somewhere and can be sent from there, more than once.
 *
 * @param name        the name it has there; null when it has none
 * @param contentType what is said of its type there; null when nothing is
 * @param segments    its bytes
 */
public record Recording(String name, String contentType, List<RequestBody.Segment> segments) {

    /** The length in bytes, exact. */
    public long length() {
        long sum = 0;
        for (RequestBody.Segment segment : segments) {
            sum += segment.length();
        }
        return sum;
    }

    /** Its first bytes, at most so many. Reads them from where it lies. */
    public byte[] firstBytes(int count) throws IOException {
        if (segments.isEmpty()) {
            return new byte[0];
        }
        RequestBody.Segment first = segments.get(0);
        if (first instanceof RequestBody.Bytes bytes) {
            byte[] start = new byte[Math.min(count, bytes.buffer().remaining())];
            bytes.buffer().duplicate().get(start);
            return start;
        }
        try (InputStream in = first instanceof RequestBody.FilePart file
                ? java.nio.file.Files.newInputStream(file.path())
                : ((RequestBody.Source) first).opener().open()) {
            return in.readNBytes(count);
        }
    }
}
