package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/** Takes bytes that are to be kept. */
@FunctionalInterface
public interface ByteSink {

    /** Takes all bytes of the buffer before it returns. */
    void write(ByteBuffer data) throws FastRouterException;
}
