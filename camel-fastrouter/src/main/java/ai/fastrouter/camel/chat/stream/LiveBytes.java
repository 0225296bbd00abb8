package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ChatStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A streamed answer as bytes that are read while they arrive. Ends with -1 only if all has arrived; an answer that breaks off ends
 * with an {@link IOException} whose cause is the {@link FastRouterException}. Reading after it was closed throws.
 *
 * <p>It is a {@link StreamCache} only to tell Camel's stream caching, which would otherwise read it to its end first, that there is
 * nothing to do. It can't be read twice: {@link #reset()} only tells a second reader from the first, and of a body and its
 * copies only one can be read.
 */
abstract class LiveBytes extends InputStream implements StreamCache, ChatStream {

    private static final byte[] NONE = {};

    private final LiveAnswer answer;
    private byte[] bytes = NONE;
    private int offset;
    private int limit;
    private long taken;
    private IOException failure;
    private boolean atEnd;

    LiveBytes(LiveAnswer answer) {
        this.answer = answer;
    }

    /** Reads on and calls {@link #offer}; without calling it at the end. */
    abstract void fetch(LiveAnswer from) throws FastRouterException;

    /** A body like this. */
    abstract LiveBytes another(LiveAnswer of);

    /** What is read before the failure of an answer that broke off; may be empty. */
    abstract byte[] lastWords(FastRouterException reason);

    /** Gives the reader these bytes, which are not changed afterwards. */
    void offer(byte[] source, int length) {
        bytes = source;
        offset = 0;
        limit = length;
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        taken++;
        return bytes[offset++] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(count, limit - offset);
        System.arraycopy(bytes, offset, target, start, some);
        offset += some;
        taken += some;
        return some;
    }

    private boolean fill() throws IOException {
        if (offset < limit) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            answer.reader().check(this);
            if (atEnd) {
                return false;
            }
            fetch(answer);
        } catch (FastRouterException e) {
            failure = new IOException(e.getMessage(), e);
            byte[] last = lastWords(e);
            offer(last, last.length);
            if (last.length == 0) {
                throw failure;
            }
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
        atEnd = offset == limit;
        if (atEnd) {
            answer.reader().end();
        }
        return !atEnd;
    }

    @Override
    public int available() {
        return limit - offset;
    }

    @Override
    public ChatResponse response() {
        return answer.response();
    }

    @Override
    public boolean isComplete() {
        return answer.isComplete();
    }

    @Override
    public void close() {
        answer.close(this);
    }

    /** Nothing to go back to: the reader goes on where it was. */
    @Override
    public void reset() {
        answer.reader().next();
    }

    /** Writes what is left. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    /** The same answer; of all copies the one that is read first can be read. This itself goes along when it is handed over. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return answer.isHeldBy(exchange) ? this : another(answer);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    /** 0: not known. */
    @Override
    public long length() {
        return 0;
    }

    @Override
    public long position() {
        return taken;
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
