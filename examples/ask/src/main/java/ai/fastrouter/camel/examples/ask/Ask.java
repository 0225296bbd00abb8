package ai.fastrouter.camel.examples.ask;

import ai.fastrouter.camel.test.LocalGateway;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;

/**
 * Asks a model a question and prints its answer token by token.
 *
 * <p>Arguments: the question; {@code --plain} prints the answer at once; {@code --yaml} takes the routes from YAML. With the
 * environment variable {@code FASTROUTER_API_KEY} it talks to FastRouter, without it to a local gateway in this process.
 */
public final class Ask {

    private static final String KEY = "FASTROUTER_API_KEY";

    private Ask() {}

    /** Runs until the answer is printed; ends with status 1 when there is none. Ctrl-C gives the question up. */
    public static void main(String[] args) throws Exception {
        if (!ask(args)) {
            System.exit(1);
        }
    }

    /** Whether there was an answer. */
    static boolean ask(String... args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        boolean plain = words.remove("--plain");
        boolean yaml = words.remove("--yaml");
        String question = words.isEmpty() ? "What can you do for me?" : String.join(" ", words);

        boolean local = System.getenv(KEY) == null;
        try (LocalGateway gateway = local ? LocalGateway.start() : null) {
            Main main = new Main();
            if (local) {
                System.err.println("(" + KEY + " is not set: the local gateway answers)");
                main.addInitialProperty("camel.component.fastrouter.base-url", gateway.baseUrl());
                main.addInitialProperty("camel.component.fastrouter.api-key", "local");
            }
            if (yaml) {
                main.configure().withRoutesIncludePattern("classpath:routes/ask.yaml");
            } else {
                main.configure().addRoutesBuilder(new AskRoutes());
            }
            Thread stop = new Thread(main::stop);
            Runtime.getRuntime().addShutdownHook(stop);
            main.start();
            try {
                main.getCamelTemplate().sendBody(plain ? "direct:plain" : "direct:stream", question);
                return true;
            } catch (CamelExecutionException e) {
                // for a person at a terminal, the reason in one line
                System.err.println(e.getCause().getMessage());
                return false;
            } finally {
                main.stop();
            }
        }
    }
}
