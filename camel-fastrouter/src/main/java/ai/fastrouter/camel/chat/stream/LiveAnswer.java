package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.chat.merge.MergedAnswer;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;

/**
 * A streamed answer on its reader's side: gives chunk after chunk, puts them together, and tells its observer how it ended. Behind
 * every body of a streamed chat.
 *
 * <p>For one reader at a time, which is checked; closing may come from any thread.
 */
public final class LiveAnswer {

    /** Hears once how an answer ended, by one of the last three methods. On the reader's thread, or on the one that closes. */
    public interface Observer {

        /** Whether the exchange that holds the answer has failed, so that reading on would be for nothing. */
        boolean isFailed();

        /** Whether it is this exchange that holds the answer. */
        boolean isHeldBy(Exchange exchange);

        /** All was read. */
        void ended(ChatResponse whole);

        /** It broke off, and the reader is told. */
        void failed(FastRouterException failure, ChatResponse partial);

        /** It was closed before its end. */
        void abandoned();
    }

    private static final String CLOSED = "The stream is closed: the rest of the answer was given up."
            + " It is closed when its exchange is done, unless autoCloseStream=false";

    private final ChunkPipe pipe;
    private final Observer observer;
    private final MergedAnswer merged = new MergedAnswer();
    private List<ChatChunk> chunks = List.of();
    private Batch batch;
    private int next;
    private boolean complete;
    private FastRouterException failure;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final OneReader reader = new OneReader();
    private volatile boolean closed;

    public LiveAnswer(ChunkPipe pipe, Observer observer) {
        this.pipe = pipe;
        this.observer = observer;
    }

    static IllegalStateException closedException() {
        return new IllegalStateException(CLOSED);
    }

    /**
     * The next chunk; waits for it.
     *
     * @return null at the end
     * @throws FastRouterException   if the answer broke off; again each time it is called
     * @throws IllegalStateException if it was closed before its end
     */
    ChatChunk nextChunk() throws FastRouterException {
        begin();
        try {
            while (next == chunks.size()) {
                if (nextBatch() == null) {
                    return null;
                }
            }
            checkOpen();
            ChatChunk chunk = chunks.get(next++);
            merged.add(chunk);
            return chunk;
        } finally {
            reading.set(false);
        }
    }

    /** The next batch, its chunks already put together; null at the end. Not to be mixed with {@link #nextChunk}. */
    Batch nextWhole() throws FastRouterException {
        begin();
        try {
            Batch taken = nextBatch();
            if (taken != null) {
                chunks.forEach(merged::add);
                next = chunks.size();
            }
            return taken;
        } finally {
            reading.set(false);
        }
    }

    /** Two readers at once would each get some pieces. */
    private void begin() {
        if (!reading.compareAndSet(false, true)) {
            throw OneReader.refused();
        }
    }

    private Batch nextBatch() throws FastRouterException {
        if (complete) {
            return null;
        }
        if (failure != null) {
            throw failure;
        }
        checkOpen();
        try {
            batch = pipe.take();
        } catch (FastRouterException e) {
            throw fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fail(FastRouterException.cancelled(
                    "Interrupted while waiting for the answer", ErrorDetails.ofCode("interrupted")));
        }
        if (batch == null) {
            complete = true;
            if (settled.compareAndSet(false, true)) {
                observer.ended(response());
            }
            return null;
        }
        chunks = batch.chunks();
        next = 0;
        return batch;
    }

    /** Something in the answer can't be used. The reader is told, and the rest is given up. */
    FastRouterException fail(FastRouterException reason) {
        failure = StreamFailures.whileReading(reason, merged.text(), merged.chunks());
        if (settled.compareAndSet(false, true)) {
            observer.failed(failure, response());
        }
        close();
        return failure;
    }

    /** Puts what was read so far together. */
    ChatResponse response() {
        return merged.response();
    }

    boolean isComplete() {
        return complete;
    }

    /**
     * Whether there is any use in reading on. A splitter that stops on an exception reads its iterator to the end (Camel 4.18), which
     * here would mean to wait for, and pay for, the rest of the answer.
     */
    boolean isWanted() {
        return complete || !observer.isFailed();
    }

    /** Whether the exchange holds the answer: it was handed over to it, and a body goes along. */
    boolean isHeldBy(Exchange exchange) {
        return observer.isHeldBy(exchange);
    }

    /** The rest is given up for this reason, which the reader is told. From any thread. */
    public void abort(FastRouterException reason) {
        pipe.fail(reason);
    }

    /** Knows which body is read. */
    OneReader reader() {
        return reader;
    }

    /** The same for a body that is closed: one that another is read in place of leaves that alone. */
    void close(Object body) {
        if (reader.isOwn(body)) {
            close();
        }
    }

    /** The rest is given up. Idempotent, from any thread. */
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        pipe.close();
        if (settled.compareAndSet(false, true)) {
            observer.abandoned();
        }
    }

    private void checkOpen() {
        if (closed && !complete) {
            throw closedException();
        }
    }
}
