package ai.fastrouter.camel.exchange.spool;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * Audio as a message body: a stream of known length that can be read any number of times. Its temporary file, if it is large
 * enough to need one, is deleted when the last exchange that carries it is done.
 *
 * <p>Where the exchange was sent by a ProducerTemplate, its body can still be read by the code that sent it, until it is closed.
 *
 * <p>Not thread-safe; {@link #copy} gives other threads a stream of their own.
 */
public final class AudioSpool extends InputStream implements StreamCache {

    private static final int COPY_BUFFER = 64 * 1024;

    private final SpoolContent content;
    private InputStream current;
    private int next;
    private long position;

    private AudioSpool(SpoolContent content) {
        this.content = content;
    }

    /**
     * Makes a body of complete spools, one after the other, which this takes over.
     *
     * @param exchange keeps them until it is done
     */
    public static AudioSpool of(List<Spool> spools, Exchange exchange) {
        SpoolContent content = new SpoolContent(spools);
        content.hold(exchange);
        return new AudioSpool(content);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (current != null || next < content.spools().size()) {
            if (current == null) {
                current = content.spools().get(next++).open();
            }
            int count = current.read(target, offset, length);
            if (count >= 0) {
                position += count;
                return count;
            }
            closeCurrent();
        }
        return -1;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER];
        long total = 0;
        for (int count = read(buffer, 0, buffer.length); count >= 0; count = read(buffer, 0, buffer.length)) {
            out.write(buffer, 0, count);
            total += count;
        }
        return total;
    }

    /** At most what is left. Never more than {@code Integer.MAX_VALUE}. */
    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, content.length() - position);
    }

    /** Writes what is left. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        content.hold(exchange);
        return new AudioSpool(content);
    }

    /** Goes back to the beginning. */
    @Override
    public void reset() {
        closeCurrent();
        next = 0;
        position = 0;
    }

    /** Ends this pass of reading: the next read begins at the beginning, unless the exchange is done. */
    @Override
    public void close() {
        reset();
        content.closed();
    }

    private void closeCurrent() {
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                // it was only read
            }
            current = null;
        }
    }

    @Override
    public boolean inMemory() {
        return content.inMemory();
    }

    /** The length in bytes, exact. */
    @Override
    public long length() {
        return content.length();
    }

    @Override
    public long position() {
        return position;
    }

    /**
     * The whole audio as parts of a request body, straight from the file where there is one.
     *
     * @param exchange needs them until it is done
     */
    public List<RequestBody.Segment> segments(Exchange exchange) throws IOException {
        content.hold(exchange);
        List<RequestBody.Segment> segments = new ArrayList<>(content.spools().size());
        for (Spool spool : content.spools()) {
            spool.addTo(segments);
        }
        return segments;
    }

    /** Without content. */
    @Override
    public String toString() {
        return "AudioSpool[" + content.length() + " bytes]";
    }
}
