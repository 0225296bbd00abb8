package ai.fastrouter.camel.gateway;

/**
 * The port through which operations reach a gateway. It sends each request once; whether to send again is the route's business.
 *
 * <p>Thread-safe. {@link #send} returns at once; the handler is called on I/O threads.
 */
public interface GatewayClient extends AutoCloseable {

    /**
     * Sends a request. The handler is called exactly once with a failure, or once with a head followed by body data and an end
     * (or a failure). A problem that is known before anything is sent is reported to the handler as well, never thrown.
     *
     * @return the call, by which it can be given up
     */
    Call send(GatewayRequest request, ResponseHandler handler);

    /** Cancels all calls and closes all connections. Idempotent. */
    @Override
    void close();
}
