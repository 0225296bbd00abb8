package ai.fastrouter.camel.examples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example prints the answer, in each of its ways. */
class AskTest {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void captureTheConsole() {
        assumeTrue(System.getenv("FASTROUTER_API_KEY") == null, "with a key it would ask the real gateway");
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheConsoleBack() {
        System.setOut(console);
    }

    @Test
    void question_streamed_isAnsweredOnTheTerminal() throws Exception {
        Ask.main(new String[] {"What is the capital of France?"});

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("The capital of France is Paris." + System.lineSeparator());
    }

    @Test
    void question_plain_isAnsweredOnTheTerminal() throws Exception {
        Ask.main(new String[] {"--plain", "What", "is", "the", "capital", "of", "Italy?"});

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("The capital of Italy is Rome." + System.lineSeparator());
    }

    @Test
    void question_byTheYamlRoute_isAnsweredOnTheTerminal() throws Exception {
        Ask.main(new String[] {"--yaml", "What is the capital of France?"});

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("The capital of France is Paris." + System.lineSeparator());
    }

    @Test
    void question_thatIsRefused_hasNoAnswer() throws Exception {
        System.setProperty("model", "ace-step/prompt-to-audio");
        try {
            assertThat(Ask.ask("--plain", "What is the capital of France?")).isFalse();
        } finally {
            System.clearProperty("model");
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
