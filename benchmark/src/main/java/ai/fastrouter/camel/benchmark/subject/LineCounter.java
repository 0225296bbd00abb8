package ai.fastrouter.camel.benchmark.subject;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;

/** Parses each {@code data:} line of a stream where it arrives, and counts them. */
final class LineCounter extends AbstractBinAsyncEntityConsumer<Integer> {

    private final ObjectMapper mapper;
    private byte[] line = new byte[1024];
    private int length;
    private int chunks;

    LineCounter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void streamStart(ContentType contentType) {}

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer data, boolean endOfStream) throws IOException {
        while (data.hasRemaining()) {
            byte next = data.get();
            if (next == '\n') {
                if (length > 6 && line[6] == '{') {
                    mapper.readTree(line, 6, length - 6)
                            .path("choices")
                            .path(0)
                            .path("delta")
                            .path("content")
                            .asText();
                    chunks++;
                }
                length = 0;
            } else {
                if (length == line.length) {
                    line = java.util.Arrays.copyOf(line, length * 2);
                }
                line[length++] = next;
            }
        }
    }

    @Override
    protected Integer generateContent() {
        return chunks;
    }

    @Override
    public void releaseResources() {}
}
