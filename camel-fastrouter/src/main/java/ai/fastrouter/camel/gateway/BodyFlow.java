package ai.fastrouter.camel.gateway;

/** Demand for body bytes: pushes back on the socket when a route is slow. */
@FunctionalInterface
public interface BodyFlow {

    /** More than any body has. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Allows this many further bytes to be read, decoded, on top of what was allowed before. Bytes already read may still be delivered.
     * While nothing is allowed, the idle timeout is suspended. From any thread, does not block.
     */
    void request(int bytes);
}
