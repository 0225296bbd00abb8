package ai.fastrouter.camel.gateway;

/** A request on its way. */
@FunctionalInterface
public interface Call {

    /** A call that is over or never began. */
    Call NONE = () -> {};

    /**
     * Gives the call up and closes its connection. The handler's {@code onFailure} is called with a failure of the category
     * {@code CANCELLED}, unless the call had already ended. Idempotent, from any thread, does not block.
     */
    void cancel();
}
