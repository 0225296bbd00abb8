package ai.fastrouter.camel.test.multipart;

import ai.fastrouter.camel.test.RecordedPart;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads a multipart body while it arrives. */
public final class MultipartParser {
    public static MultipartParser of(String contentType, int keep) {
        return null;
    }

    public void feed(ByteBuffer src) {}

    public List<RecordedPart> end() {
        return List.of();
    }

    public void discard() {}
}
