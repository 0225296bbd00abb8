package ai.fastrouter.camel.benchmark.subject;

/** One way to make a call. */
public interface Subject extends AutoCloseable {

    /** The name in the table. */
    String name();

    /**
     * Starts one call and returns, or makes the whole call and returns, as its kind does.
     *
     * @param done called once when the call has ended, from any thread; with a failure or null
     */
    void call(Done done);

    /** Whether {@link #call} waits for the answer, so that each call in flight needs a thread. */
    boolean blocking();

    @Override
    void close() throws Exception;

    /** The end of a call. */
    @FunctionalInterface
    interface Done {
        void ended(Throwable failure);
    }
}
