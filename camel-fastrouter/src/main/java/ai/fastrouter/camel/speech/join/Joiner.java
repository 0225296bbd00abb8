package ai.fastrouter.camel.speech.join;

import java.nio.ByteBuffer;

/** Joins the parts of one text. Thread-safe: the parts may arrive at the same time. */
public interface Joiner {

    /**
     * A part.
     *
     * @param first whether it is the first one
     * @param sink  gets what belongs into the whole
     */
    Part part(boolean first, ByteSink sink);

    /**
     * What stands before all parts, when they are complete.
     *
     * @param length the bytes of all parts together
     * @return empty when nothing does
     */
    ByteBuffer header(long length);

    /** A joiner for a stream, whose length is not known at its beginning: its header comes with the first part. */
    default Joiner live() {
        return this;
    }
}
