package ai.fastrouter.camel.exchange.observe;

import java.time.Instant;

/**
 * A job that waits for its end, without its prompt and its addresses.
 *
 * @param id            by what it is known to the repository, usually the provider's id
 * @param model         the model; null when unknown
 * @param state         the state as last told, for example {@code IN_QUEUE}; null before the first answer
 * @param queuePosition the place in the queue as last told; null when unknown
 * @param submittedAt   when it was submitted; null when unknown
 * @param polls         how often this node has asked for it
 * @param deadline      when its time is over; null when this node does not ask for it
 */
public record PendingJob(
        String id,
        String model,
        String state,
        Integer queuePosition,
        Instant submittedAt,
        int polls,
        Instant deadline) {

    /** Without the id. */
    @Override
    public String toString() {
        return "PendingJob[" + model + ", " + state + "]";
    }
}
