package ai.fastrouter.camel.benchmark.subject;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;

/** Writes a body into a temporary file where it arrives; tells its length. */
final class FileWriting extends AbstractBinAsyncEntityConsumer<Long> {

    private FileChannel file;
    private long length;

    @Override
    protected void streamStart(ContentType contentType) throws IOException {
        Path path = Files.createTempFile("bare", ".wav");
        file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer data, boolean endOfStream) throws IOException {
        while (data.hasRemaining()) {
            length += file.write(data);
        }
    }

    @Override
    protected Long generateContent() {
        return length;
    }

    @Override
    public void releaseResources() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
