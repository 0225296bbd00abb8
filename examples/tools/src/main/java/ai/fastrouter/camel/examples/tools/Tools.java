package ai.fastrouter.camel.examples.tools;

import ai.fastrouter.camel.test.LocalGateway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;

/**
 * Asks a model a question that it needs tools for, and prints its answer.
 *
 * <p>Arguments: the question; {@code --yaml} takes the routes from YAML. With the environment variable {@code FASTROUTER_API_KEY} it
 * talks to FastRouter, without it to a local gateway in this process.
 */
public final class Tools {

    private static final String KEY = "FASTROUTER_API_KEY";

    private Tools() {}

    /** Runs until the answer is printed; ends with status 1 when there is none. */
    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        boolean yaml = words.remove("--yaml");
        String question = words.isEmpty() ? "What is the weather in Oslo and Rome?" : String.join(" ", words);

        boolean local = System.getenv(KEY) == null;
        try (LocalGateway gateway = local ? LocalGateway.start() : null) {
            Map<String, String> properties = new HashMap<>();
            if (local) {
                System.err.println("(" + KEY + " is not set: the local gateway answers)");
                properties.put("camel.component.fastrouter.base-url", gateway.baseUrl());
                properties.put("camel.component.fastrouter.api-key", "local");
            }
            System.out.println(ask(question, yaml, properties));
        } catch (CamelExecutionException e) {
            // for a person at a terminal, the reason in one line
            System.err.println(e.getCause().getMessage());
            System.exit(1);
        }
    }

    static String ask(String question, boolean yaml, Map<String, String> properties) throws Exception {
        Main main = new Main();
        properties.forEach(main::addOverrideProperty);
        if (yaml) {
            main.configure().withRoutesIncludePattern("classpath:routes/tools.yaml");
        } else {
            main.configure().addRoutesBuilder(new ToolRoutes());
        }
        main.start();
        try {
            return main.getCamelTemplate().requestBody("direct:ask", (Object) question, String.class);
        } finally {
            main.stop();
        }
    }
}
