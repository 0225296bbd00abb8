package ai.fastrouter.camel.examples.voice;

import ai.fastrouter.camel.test.LocalGateway;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;

/**
 * Transcribes and sums up the recordings of a directory, answers spoken questions, and ends when all is done.
 *
 * <p>{@code --yaml} takes the routes from YAML. With the environment variable {@code FASTROUTER_API_KEY} it talks to FastRouter,
 * without it to a local gateway in this process. The directory is the property {@code voice.dir}.
 */
public final class VoiceMail {

    private static final String KEY = "FASTROUTER_API_KEY";

    private VoiceMail() {}

    /** Runs until nothing is left to do. */
    public static void main(String[] args) throws Exception {
        boolean local = System.getenv(KEY) == null;
        try (LocalGateway gateway = local ? LocalGateway.start() : null) {
            Map<String, String> properties = new HashMap<>();
            if (local) {
                System.err.println("(" + KEY + " is not set: the local gateway listens and speaks)");
                properties.put("camel.component.fastrouter.base-url", gateway.baseUrl());
                properties.put("camel.component.fastrouter.api-key", "local");
            }
            run(List.of(args).contains("--yaml"), properties);
        }
    }

    static void run(boolean yaml, Map<String, String> properties) throws Exception {
        Main main = new Main();
        properties.forEach(main::addOverrideProperty);
        if (yaml) {
            main.configure().withRoutesIncludePattern("classpath:routes/voice.yaml");
        } else {
            main.configure().addRoutesBuilder(new VoiceMailRoutes());
        }
        main.addMainListener(new Samples());
        main.run();
    }
}
