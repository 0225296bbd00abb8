package ai.fastrouter.camel.speech.join;

import java.nio.ByteBuffer;

/**
 * Joins formats that are rows of frames: MP3 and AAC with ADTS headers. What describes a part and would be wrong for the whole is
 * left out: ID3 tags at the beginning of later parts and at the end of all, and the frame in which MP3 encoders note the length.
 */
public final class TaggedJoiner implements Joiner {

    private final boolean mp3;

    /** @param mp3 whether the frames are MP3's */
    public TaggedJoiner(boolean mp3) {
        this.mp3 = mp3;
    }

    @Override
    public Part part(boolean first, ByteSink sink) {
        return new TaggedPart(first, mp3, sink);
    }

    @Override
    public ByteBuffer header(long length) {
        return ByteBuffer.allocate(0);
    }
}
