package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every piece of Java, XML, YAML, SQL and properties in the documentation is a piece of a file that is compiled and run. The marker in
 * front of it says which: {@code snippet: path} or {@code snippet: path#region}, the path seen from the repository's root.
 */
class SnippetTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Stream<Snippet> snippets() throws IOException {
        return Snippets.of(ROOT, pages()).stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippet_inThePage_isWhatTheFileSays(Snippet snippet) throws IOException {
        assertThat(snippet.source())
                .as("%s:%d shows code without a marker 'snippet: path#region' above it", snippet.page(), snippet.line())
                .isNotNull();
        assertThat(snippet.text()).as(snippet.toString()).isEqualTo(Regions.read(ROOT, snippet.source()));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(SnippetTest::isPage).sorted().toList();
        }
    }

    private static boolean isPage(Path file) {
        String name = file.toString();
        boolean ours =
                !name.contains("/target/") && !name.contains("/src/generated/") && !name.contains("/node_modules/");
        return ours && (name.endsWith(".md") || name.endsWith(".adoc"));
    }
}
