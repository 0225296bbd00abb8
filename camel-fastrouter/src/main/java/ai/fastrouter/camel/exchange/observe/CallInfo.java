package ai.fastrouter.camel.exchange.observe;

import org.apache.camel.Exchange;

/**
 * A call that has begun.
 *
 * @param operation    the endpoint's operation, for example {@code chat}
 * @param model        the model asked for; null when there is none
 * @param endpoint     the endpoint's URI without secrets
 * @param exchange     the exchange it belongs to; only for reading, and only on the thread that brings the news; null where a call
 *                     belongs to none, as when a job is polled
 * @param startedNanos {@link System#nanoTime()} when it was sent
 * @param repeated     the HTTP status of the failure after which the route sends the call again, 0 if no response had arrived;
 *                     {@link #FIRST_ATTEMPT} if it repeats nothing
 */
public record CallInfo(
        String operation, String model, String endpoint, Exchange exchange, long startedNanos, int repeated) {

    /** Stands for a call that repeats nothing. */
    public static final int FIRST_ATTEMPT = -1;

    @Override
    public String toString() {
        return operation + " " + model;
    }
}
