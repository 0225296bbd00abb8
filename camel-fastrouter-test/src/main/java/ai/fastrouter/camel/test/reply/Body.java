package ai.fastrouter.camel.test.reply;

import java.io.IOException;

/** The bytes of an answer, readable once for each answer. */
public interface Body {

    /** The number of bytes, or -1 when it is not known before the end. */
    long length();

    /** Starts to read. Must not block. */
    BodyReader open() throws IOException;
}
