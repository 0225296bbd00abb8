package ai.fastrouter.camel.test.audio.codec;

import java.io.IOException;

/** The audio ended or broke in the middle of something; never leaves the codec that reads. */
public final class CutException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what was being read. */
    public CutException(String message) {
        super(message);
    }
}
