package ai.fastrouter.camel.operations.console;

import ai.fastrouter.camel.operations.Monitored;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** The page {@code fastrouter} of Camel's developer console: what the components of a context do. Shows no key, prompt or answer. */
@DevConsole(
        name = "fastrouter",
        displayName = "FastRouter",
        description = "Endpoints, calls, failures, tokens, cost, streams and jobs of the FastRouter component")
public class FastRouterDevConsole extends AbstractDevConsole {

    static final int JOBS_AT_MOST = 100;

    public FastRouterDevConsole() {
        super("camel", "fastrouter", "FastRouter", "What the FastRouter component does");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder page = new StringBuilder(1024);
        components().forEach((name, component) -> TextPage.write(page, name, component.getMonitoring()));
        return page.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject page = new JsonObject();
        components().forEach((name, component) -> page.put(name, JsonPage.of(component.getMonitoring())));
        return page;
    }

    /** By the names under which they are in the context; there is usually one. */
    private Map<String, Monitored> components() {
        Map<String, Monitored> found = new TreeMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof Monitored component) {
                found.put(name, component);
            }
        }
        return found;
    }
}
