package ai.fastrouter.camel.test.reply;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Hands out the bytes of an answer packet by packet; each packet is flushed on its own. */
@FunctionalInterface
public interface BodyReader extends Closeable {

    /** The next packet, {@code null} at the end. Must not block. */
    ByteBuffer next() throws IOException;

    @Override
    default void close() throws IOException {}
}
