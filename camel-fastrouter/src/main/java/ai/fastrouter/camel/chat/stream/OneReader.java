package ai.fastrouter.camel.chat.stream;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Sees to it that a streamed answer is read through one body, and by one step of a route: others are refused, since they would find
 * it empty, or get every other piece. Camel copies a body for branches, wire taps and queues: of all copies the one that is read
 * first is the one. Thread-safe.
 */
final class OneReader {

    private final AtomicReference<Object> first = new AtomicReference<>();
    private volatile boolean ended;
    private volatile boolean again;

    static IllegalStateException refused() {
        return new IllegalStateException("The stream has one reader, and this is another: read it into a text"
                + " or a list before several steps or branches of a route use it");
    }

    /**
     * This body is about to be read.
     *
     * @throws IllegalStateException if another one was, or this one by an earlier step
     */
    void check(Object body) {
        if (again || first.get() != body && !first.compareAndSet(null, body)) {
            throw refused();
        }
    }

    /** Whether this body, or none yet, is the one that is read. */
    boolean isOwn(Object body) {
        Object known = first.get();
        return known == null || known == body;
    }

    /** The reader has been told of the end. */
    void end() {
        ended = true;
    }

    /** Camel resets this body before it gives it to the next step or branch. */
    void next() {
        again |= ended;
    }
}
