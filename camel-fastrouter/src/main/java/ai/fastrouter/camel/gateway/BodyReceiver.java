package ai.fastrouter.camel.gateway;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/** Receives the bytes of a response body, on I/O threads, one call at a time. */
public interface BodyReceiver {

    /**
     * Bytes of the body, decoded from any content encoding. The receiver takes all of them before it returns; the buffer is
     * reused afterwards.
     *
     * @throws FastRouterException to end the call; the handler's {@code onFailure} is then called with it
     */
    void onData(ByteBuffer data) throws FastRouterException;

    /** The body has ended as the protocol says it must. The last call. */
    void onEnd();
}
