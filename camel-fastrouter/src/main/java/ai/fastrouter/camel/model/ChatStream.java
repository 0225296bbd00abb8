package ai.fastrouter.camel.model;

import java.io.Closeable;

/**
 * A streamed answer while it is read; every body of a streamed chat is one, whatever {@code streamOutput} is.
 *
 * <p>For one reader; a second one is refused. Closing gives the rest of the answer up and closes the connection; reading afterwards is an error.
 */
public interface ChatStream extends Closeable {

    /**
     * What was read so far put together: text, tool calls, finish reason, usage. Whole once the stream has ended. Audio data is not
     * kept.
     */
    ChatResponse response();

    /** Whether the answer was read to its proper end. */
    boolean isComplete();

    /** Idempotent, from any thread, does not block. */
    @Override
    void close();
}
