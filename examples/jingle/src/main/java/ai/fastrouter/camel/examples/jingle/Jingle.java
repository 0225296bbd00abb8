package ai.fastrouter.camel.examples.jingle;

import ai.fastrouter.camel.test.LocalGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Has jingles made of the prompts in text files. It may be stopped at any time: started again it goes on, and submits nothing twice.
 *
 * <p>Properties: {@code jingle.prompts}, the directory of the text files; {@code jingle.dir}, where clips and database go;
 * {@code jingle.db}, the address of another database. {@code --retry} submits anew what failed, or may never have arrived. With
 * the environment variable {@code FASTROUTER_API_KEY} it talks to FastRouter, without it to a local gateway in this process.
 */
public final class Jingle {

    private static final String KEY = "FASTROUTER_API_KEY";

    /** Always the same, since a job belongs to the gateway that took it. */
    private static final int LOCAL_PORT = 8978;

    private Jingle() {}

    /** Runs until there is a clip for every prompt. */
    public static void main(String[] args) throws Exception {
        boolean local = System.getenv(KEY) == null;
        Path directory = Path.of(System.getProperty("jingle.dir", "jingle")).resolve(local ? "local" : "fastrouter");
        try (LocalGateway gateway = local ? localGateway(directory) : null) {
            Map<String, String> properties = new HashMap<>();
            if (local) {
                System.err.println("(" + KEY + " is not set: a local gateway makes the clips)");
                properties.put("camel.component.fastrouter.base-url", gateway.baseUrl());
                properties.put("camel.component.fastrouter.api-key", "local");
                // its clips are on http://127.0.0.1
                properties.put("camel.component.fastrouter.allow-http-download", "true");
                properties.put("camel.component.fastrouter.allow-private-addresses", "true");
            }
            properties.put("clips.dir", directory.resolve("clips").toString());
            try (Database database = Database.open(System.getProperty("jingle.db", Database.h2(directory)))) {
                Ledger ledger = new Ledger(database.source(), database.jobs());
                if (args.length > 0 && args[0].equals("--retry")) {
                    ledger.forgetWithoutClip();
                }
                prepared(ledger, database, properties).run();
            }
        }
    }

    /** A Camel that ends when the ledger is settled. */
    static Main prepared(Ledger ledger, Database database, Map<String, String> properties) {
        Main main = new Main();
        properties.forEach(main::addOverrideProperty);
        main.bind("jobs", database.jobs());
        main.bind("ledger", ledger);
        main.configure().addRoutesBuilder(new JingleRoutes(main::completed));
        // told while it stops: after Ctrl-C nothing else is sure to run
        main.bind("farewell", new LifecycleStrategySupport() {
            @Override
            public void onContextStopped(CamelContext context) {
                // when it runs in Maven, that has closed the standard output by then
                System.err.println(ledger.summary());
                System.err.flush();
            }
        });
        return main;
    }

    private static LocalGateway localGateway(Path directory) {
        return LocalGateway.builder()
                .port(LOCAL_PORT)
                .jobTime(Duration.ofSeconds(8))
                .jobsFile(directory.resolve("gateway-jobs"))
                .start();
    }
}
