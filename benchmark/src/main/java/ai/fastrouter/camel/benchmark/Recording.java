package ai.fastrouter.camel.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A large file that passes for a recording. */
final class Recording {

    private Recording() {}

    static Path make(int megabytes) throws IOException {
        Path file = Files.createTempFile("recording", ".wav");
        byte[] block = new byte[1_000_000];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        }
        return file;
    }
}
