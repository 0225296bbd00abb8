package ai.fastrouter.camel.test.audio.codec;

import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** One audio format: writes an utterance and hears it again. Implementations keep no state and may be shared. */
public interface Codec {

    /** The whole audio in order, in blocks of the format's own size, made while it is asked for. */
    Iterator<byte[]> blocks(Utterance utterance);

    /**
     * Reads to the end of the stream and tells what it heard. Broken or foreign audio is heard as far as it goes.
     *
     * @throws IOException only what the stream itself throws
     */
    void listen(InputStream audio, Hearing hearing) throws IOException;
}
