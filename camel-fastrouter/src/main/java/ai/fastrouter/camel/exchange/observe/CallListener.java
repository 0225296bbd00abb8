package ai.fastrouter.camel.exchange.observe;

/**
 * Hears what happens to calls. The methods run where it happens, on route, worker or I/O threads, so they must not wait. What they
 * throw is ignored.
 */
public interface CallListener {

    /** A request was handed to the client. */
    default void started(CallInfo call) {}

    /** The first part of a streamed answer has arrived and the route goes on. */
    default void firstChunk(CallInfo call, long nanosSinceStart) {}

    /** The call has ended, well or not; once for each {@link #started}. */
    default void ended(CallInfo call, CallResult result) {}
}
