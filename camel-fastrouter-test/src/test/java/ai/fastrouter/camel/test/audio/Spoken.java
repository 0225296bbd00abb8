package ai.fastrouter.camel.test.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Speech as bytes, for the tests of the formats. */
final class Spoken {

    private Spoken() {}

    static byte[] bytes(String text, AudioFormat format) {
        return bytes(text, format, 1);
    }

    static byte[] bytes(String text, AudioFormat format, double speed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Voice.speak(text, format, speed, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static Optional<String> heard(byte[]... audio) {
        try {
            return Voice.hear(new ByteArrayInputStream(join(audio)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
