package ai.fastrouter.camel.gateway.http.request;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * Writes a file from its channel through a large buffer outside the heap, which is borrowed for one round only: what
 * the socket does not take is read again in the next one. So ten thousand uploads need as many buffers as there are I/O
 * threads.
 */
final class FileWriter implements SegmentWriter {

    private final RequestBody.FilePart segment;
    private final DirectBuffers buffers;
    private FileChannel file;
    private long position;

    FileWriter(RequestBody.FilePart segment, DirectBuffers buffers) {
        this.segment = segment;
        this.buffers = buffers;
    }

    @Override
    public long write(DataStreamChannel channel) throws IOException {
        ByteBuffer buffer = buffers.borrow();
        try {
            fill(buffer);
            int written = channel.write(buffer);
            position += written;
            return written;
        } finally {
            buffers.giveBack(buffer);
        }
    }

    private void fill(ByteBuffer buffer) throws UnreadableBodyException {
        int read;
        try {
            if (file == null) {
                file = FileChannel.open(segment.path(), StandardOpenOption.READ);
            }
            buffer.clear().limit((int) Math.min(buffer.capacity(), segment.length() - position));
            read = file.read(buffer, position);
        } catch (IOException e) {
            throw new UnreadableBodyException("The file " + segment.path().getFileName() + " could not be read", e);
        }
        if (read <= 0) {
            throw new UnreadableBodyException(
                    "The file " + segment.path().getFileName() + " has become shorter: it had " + segment.length()
                            + " bytes, now " + position,
                    null);
        }
        buffer.flip();
    }

    @Override
    public boolean isDone() {
        return position >= segment.length();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // read only: nothing can be lost
            }
            file = null;
        }
    }
}
