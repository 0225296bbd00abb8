package ai.fastrouter.camel.gateway.http.connect;

import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Implemented by the context of an exchange that wants to know how far its connection is, and how to close it: what the
 * HTTP client returns for that forgets the connection if the pool had one at once.
 */
public interface ConnectionListener {

    /** The exchange, or another round of it, is about to be given a connection. */
    void connectionWanted();

    /**
     * A connection has to be made for the exchange.
     *
     * @param closing gives it up
     */
    void connecting(Cancellable closing);

    /**
     * The exchange has its connection.
     *
     * @param closing closes it
     */
    void connected(Cancellable closing);

    /** Whether the exchange has had its connection: one that is lost from here on is not made again under it. */
    boolean isConnected();
}
