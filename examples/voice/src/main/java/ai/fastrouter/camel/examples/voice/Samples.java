package ai.fastrouter.camel.examples.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Has a few recordings spoken by the gateway when the directory holds none and never did. */
class Samples extends MainListenerSupport {

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "recordings/baker.wav",
            "The bread order for Friday is still open, please call back before noon. This is Anna from the bakery.",
            "recordings/garage.wav",
            "Your van is ready and can be fetched from four o'clock. It had a broken lamp, which was replaced.",
            "questions/capital.wav",
            "What is the capital of Portugal?"));

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        Path directory = Path.of(context.resolvePropertyPlaceholders("{{voice.dir}}"));
        if (!isEmpty(directory.resolve("recordings")) || !isEmpty(directory.resolve("questions"))) {
            return;
        }
        ProducerTemplate template = context.createProducerTemplate();
        TEXTS.forEach((name, text) -> template.sendBodyAndHeader("direct:sample", text, Exchange.FILE_NAME, name));
    }

    private static boolean isEmpty(Path directory) {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
