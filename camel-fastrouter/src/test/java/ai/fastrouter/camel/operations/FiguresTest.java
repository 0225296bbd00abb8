package ai.fastrouter.camel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;

/** The same figures in the console and in JMX. */
class FiguresTest extends OperationsTestSupport {

    private static final String CHAT = "fastrouter:chat?temperature=0.2&systemMessage=Talk like a pirate";
    private static final String ANSWER = """
            {"id":"c1","model":"openai/gpt-5.1-mini","choices":[{"message":{"role":"assistant","content":"Hi"},
             "finish_reason":"stop"}],
             "usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"cost":0.00004,"provider":"openai"}}""";

    @Test
    void calls_made_areShownAsText() {
        twoAnswersAndAFailure();

        String page = (String) console().call(DevConsole.MediaType.TEXT, Map.of());

        assertThat(page)
                .contains("Component fastrouter")
                .contains("Calls in flight: 0")
                .contains("Calls: 3, failed: 1")
                .contains("RATE_LIMIT: 1")
                .contains("Tokens in: 24, out: 6, cost: 0.00008 USD")
                .contains("openai/gpt-5.1-mini: calls 2, failed 0, tokens in 24, out 6, cost 0.00008 USD")
                .contains("fastrouter://chat?systemMessage=xxxxxx&temperature=0.2: fastrouter at 127.0.0.1, calls 3")
                .doesNotContain("Talk like a pirate");
    }

    @Test
    void calls_made_areShownAsJson() throws Exception {
        twoAnswersAndAFailure();

        JsonObject page = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());
        JsonObject read = (JsonObject) Jsoner.deserialize(page.toJson());
        Map<String, Object> figures = read.getMap("fastrouter");

        assertThat(figures).containsKeys("callsInFlight", "openStreams", "models", "endpoints");
        assertThat(figures.get("totalCalls")).hasToString("3");
        assertThat(figures.get("cost")).isEqualTo(new BigDecimal("0.00008"));
        assertThat(page.toJson())
                .contains("\"failures\":{\"RATE_LIMIT\":1}")
                .contains("\"operation\":\"chat\"")
                .contains("\"failuresInRow\":1")
                .contains("\"lastFailure\":\"RATE_LIMIT\"");
    }

    @Test
    void calls_made_areManagedAttributes() throws Exception {
        twoAnswersAndAFailure();

        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName name = componentName(server);

        assertThat(server.getAttribute(name, "TotalCalls")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "FailedCalls")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "CallsInFlight")).isEqualTo(0L);
        assertThat(server.getAttribute(name, "OpenStreams")).isEqualTo(0L);
        assertThat(server.getAttribute(name, "InputTokens")).isEqualTo(24L);
        assertThat(server.getAttribute(name, "OutputTokens")).isEqualTo(6L);
        assertThat(server.getAttribute(name, "Cost")).isEqualTo(new BigDecimal("0.00008"));
        assertThat(server.getAttribute(name, "State")).isEqualTo("Started");

        TabularData failures = (TabularData) server.getAttribute(name, "Failures");
        assertThat(failures.get(new Object[] {"RATE_LIMIT"}).get("calls")).isEqualTo(1L);
        assertThat(server.invoke(name, "failures", new Object[0], new String[0]))
                .isEqualTo(failures);
        TabularData models = (TabularData) server.getAttribute(name, "Models");
        CompositeData row = models.get(new Object[] {"openai/gpt-5.1-mini"});
        assertThat(row.get("inputTokens")).isEqualTo(24L);
        assertThat(row.get("cost")).isEqualTo(new BigDecimal("0.00008"));
        assertThat(server.invoke(name, "models", new Object[0], new String[0])).isEqualTo(models);
    }

    @Test
    void calls_made_areManagedAttributesOfTheirEndpoint() throws Exception {
        // Camel manages the endpoints of routes
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chat").to(CHAT);
                from("direct:models").to("fastrouter:models");
            }
        });
        twoAnswersAndAFailure();
        send("fastrouter:models", null);

        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName chat = endpointName(server, "fastrouter://chat*");
        ObjectName models = endpointName(server, "fastrouter://models*");

        assertThat(server.getAttribute(chat, "Calls")).isEqualTo(3L);
        assertThat(server.getAttribute(chat, "Failures")).isEqualTo(1L);
        assertThat(server.getAttribute(models, "Calls")).isEqualTo(1L);
        assertThat(server.getAttribute(models, "Failures")).isEqualTo(0L);
        assertThat(server.getAttribute(chat, "State")).isEqualTo("Started");
    }

    @Test
    void endpoint_removed_isNotShownAnyMore() throws Exception {
        twoAnswersAndAFailure();
        context.removeEndpoints("fastrouter:chat*");

        String page = (String) console().call(DevConsole.MediaType.TEXT, Map.of());

        assertThat(page).contains("Calls: 3, failed: 1").doesNotContain("fastrouter://chat");
    }

    private void twoAnswersAndAFailure() {
        gateway().onChat().reply(Reply.json(ANSWER), Reply.json(ANSWER), Reply.error(429, Envelope.E1, "Slow down"));
        for (int i = 0; i < 3; i++) {
            send(CHAT, "Hello");
        }
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("fastrouter");
    }

    private static ObjectName endpointName(MBeanServer server, String uri) throws Exception {
        Set<ObjectName> names =
                server.queryNames(new ObjectName("org.apache.camel:type=endpoints,name=\"" + uri + "\",*"), null);
        assertThat(names).hasSize(1);
        return names.iterator().next();
    }

    static ObjectName componentName(MBeanServer server) throws Exception {
        Set<ObjectName> names =
                server.queryNames(new ObjectName("org.apache.camel:type=components,name=\"fastrouter\",*"), null);
        assertThat(names).hasSize(1);
        return names.iterator().next();
    }
}
