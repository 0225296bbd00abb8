package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ChatStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StreamCache;

/**
 * A streamed answer as iterator. {@code hasNext} waits for the next item. When the answer breaks off, {@code next} throws a
 * {@link RuntimeCamelException} whose cause is the {@link FastRouterException}; {@code hasNext} does not, since Camel's splitter
 * looks ahead, and would lose the last good item. Reading after closing throws {@link IllegalStateException}.
 *
 * <p>It is a {@link StreamCache} only so that Camel tells it of a second reader, who is refused. It caches nothing.
 *
 * @param <T> the type of the items
 */
final class ChatIterator<T> implements Iterator<T>, ChatStream, StreamCache {

    /** Reads the next item; null at the end. */
    @FunctionalInterface
    private interface Reading<T> {
        T next(LiveAnswer from) throws FastRouterException;
    }

    private final LiveAnswer answer;
    private final Reading<T> reading;
    private T ahead;
    private FastRouterException failure;

    private ChatIterator(LiveAnswer answer, Reading<T> reading) {
        this.answer = answer;
        this.reading = reading;
    }

    /** {@code streamOutput=chunks}: every chunk as it came, those without text too. */
    static ChatIterator<ChatChunk> ofChunks(LiveAnswer answer) {
        return new ChatIterator<>(answer, LiveAnswer::nextChunk);
    }

    /** {@code streamOutput=text}: the text of the first choice, piece by piece; chunks without text are passed over. */
    static ChatIterator<String> ofTexts(LiveAnswer answer) {
        return new ChatIterator<>(answer, ChatIterator::nextText);
    }

    private static String nextText(LiveAnswer from) throws FastRouterException {
        for (ChatChunk chunk = from.nextChunk(); chunk != null; chunk = from.nextChunk()) {
            String text = chunk.text();
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Override
    public boolean hasNext() {
        answer.reader().check(this);
        if (!answer.isWanted()) {
            answer.close();
            return false;
        }
        if (ahead == null && failure == null) {
            try {
                ahead = reading.next(answer);
            } catch (FastRouterException e) {
                failure = e;
            }
        }
        if (ahead == null && failure == null) {
            answer.reader().end();
            return false;
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The answer has ended");
        }
        if (ahead == null) {
            throw new RuntimeCamelException(failure.getMessage(), failure);
        }
        T item = ahead;
        ahead = null;
        return item;
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

    /** The same answer; of all copies the one that is read first can be read. This itself goes along when it is handed over. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return answer.isHeldBy(exchange) ? this : new ChatIterator<>(answer, reading);
    }

    /** The items are no bytes: {@code streamOutput=sse} makes a body that is. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        throw new IOException("A streamed answer with streamOutput=chunks or text can't be written as bytes:"
                + " use streamOutput=sse or audio, or read it first");
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

    /** 0: not known. */
    @Override
    public long position() {
        return 0;
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "ChatIterator";
    }
}
