package ai.fastrouter.camel.exchange;

import org.apache.camel.Exchange;

/**
 * One operation: turns an exchange into a call, and the answer into the exchange's message.
 */
public interface OperationHandler {

    /**
     * Starts the call. Runs on the route's thread and must not wait for the network. It either throws, before anything was sent,
     * or sees to it that the turn ends: by {@link Turn#resume} or {@link Turn#fail}.
     */
    void start(Exchange exchange, Turn turn) throws Exception;
}
