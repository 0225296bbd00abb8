package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that is made from code. A test holds it against what it should be, and writes it with {@code -Dupdate}.
 *
 * @param path inside the module
 */
record GeneratedFile(String path) {

    void writeIfAsked(String content) throws IOException {
        if (System.getProperty("update") != null) {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), content);
        }
    }

    void mustBe(String content) throws IOException {
        writeIfAsked(content);
        assertThat(file())
                .as("a generated file is stale; run: mvn -f regenerate.xml package -Dupdate")
                .exists()
                .hasContent(content);
    }

    Path file() {
        return Path.of(System.getProperty("basedir", "."), path);
    }
}
