package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.model.ChatChunk;
import java.util.ArrayList;
import java.util.List;

/** What one packet of the network brought: some chunks, or none if it held a part of one only, and where the body is made of them, the events to pass on. */
final class Batch {

    private final List<ChatChunk> chunks = new ArrayList<>();
    private final Frames frames;
    private int bytes;

    /** @param withFrames whether the events are passed on */
    Batch(boolean withFrames) {
        frames = withFrames ? new Frames() : null;
    }

    void add(ChatChunk chunk) {
        chunks.add(chunk);
    }

    List<ChatChunk> chunks() {
        return chunks;
    }

    /** Null unless events are passed on. */
    Frames frames() {
        return frames;
    }

    /** How many bytes may be read from the network in its stead, once it is taken. */
    int bytes() {
        return bytes;
    }

    void bytes(int count) {
        bytes = count;
    }
}
