package ai.fastrouter.camel.chat.merge;

import ai.fastrouter.camel.model.ChatChunk;

/** Knows of a stream's choices which have begun and which have ended. */
public final class EndOfAnswer {

    private long begun;
    private long ended;

    public void see(ChatChunk chunk) {
        for (ChatChunk.Choice choice : chunk.choices()) {
            long bit = 1L << (choice.index() & 63);
            begun |= bit;
            if (choice.finishReason() != null) {
                ended |= bit;
            }
        }
    }

    /** Whether every choice that has begun has a finish reason, and there is one. */
    public boolean isReached() {
        return begun != 0 && begun == ended;
    }
}
