package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/** Lets through, of one part of speech, what belongs into the whole. For one thread at a time. */
public interface Part {

    /** Takes all bytes of the buffer, and passes on those that belong into the whole. */
    void accept(ByteBuffer data) throws FastRouterException;

    /** The part has ended: what was held back is passed on. */
    void end() throws FastRouterException;
}
