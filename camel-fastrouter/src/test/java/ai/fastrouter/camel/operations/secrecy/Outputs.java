package ai.fastrouter.camel.operations.secrecy;

import ai.fastrouter.camel.operations.Monitored;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;

/** All places where something can be read about calls, as texts by the place's name. */
final class Outputs {

    private Outputs() {}

    /** A failure as every reader sees it: chain, texts, stack trace, and what it leaves in its exchange. */
    static Map<String, String> of(Throwable failure, Exchange exchange) {
        Map<String, String> texts = new TreeMap<>();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        texts.put("stack trace", trace.toString());
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            texts.put("cause " + depth++, cause + " " + cause.getMessage() + " " + cause.getLocalizedMessage());
        }
        exchange.getProperties().forEach((name, value) -> {
            if (name.startsWith("CamelFastRouter")) {
                texts.put("property " + name, String.valueOf(value));
            }
        });
        texts.put("exchange", exchange.toString());
        return texts;
    }

    /** What objects say of themselves. */
    static Map<String, String> objects(CamelContext context) {
        Map<String, String> texts = new TreeMap<>();
        context.getEndpoints()
                .forEach(endpoint -> texts.put("toString of " + endpoint.getClass(), endpoint.toString()));
        texts.put("toString of the component", String.valueOf(context.hasComponent("fastrouter")));
        return texts;
    }

    static Map<String, String> console(CamelContext context) {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("fastrouter");
        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
        return Map.of(
                "console text",
                (String) console.call(DevConsole.MediaType.TEXT, Map.of()),
                "console JSON",
                json.toJson());
    }

    static Map<String, String> health(CamelContext context) {
        Map<String, String> texts = new TreeMap<>();
        for (HealthCheck.Result result : HealthCheckHelper.invoke(context)) {
            texts.put(
                    "health " + result.getCheck().getId(),
                    result.getState() + " " + result.getMessage() + " " + result.getDetails() + " "
                            + result.getError());
        }
        return texts;
    }

    static Map<String, String> meters(MeterRegistry registry) {
        Map<String, String> texts = new TreeMap<>();
        registry.getMeters()
                .forEach(meter ->
                        texts.put("meter " + meter.getId(), meter.measure().toString()));
        return texts;
    }

    static Map<String, String> spans(InMemorySpanExporter spans) {
        Map<String, String> texts = new TreeMap<>();
        for (SpanData span : spans.getFinishedSpanItems()) {
            texts.merge("span " + span.getName(), span.toString(), String::concat);
        }
        return texts;
    }

    /** All attributes, and the results of all operations of ours that only read. */
    static Map<String, String> jmx(CamelContext context) throws JMException {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        Map<String, String> texts = new TreeMap<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                texts.put("JMX " + name + " " + attribute.getName(), read(server, name, attribute));
            }
        }
        ObjectName component = server.queryNames(
                        new ObjectName("org.apache.camel:type=components,name=\"fastrouter\",*"), null)
                .iterator()
                .next();
        List<String> ours = new ArrayList<>();
        for (MBeanOperationInfo operation : server.getMBeanInfo(component).getOperations()) {
            if (List.of("failures", "models", "pendingJobs").contains(operation.getName())) {
                ours.add(operation.getName());
            }
        }
        for (String operation : ours) {
            texts.put(
                    "JMX " + component + " " + operation,
                    String.valueOf(server.invoke(component, operation, new Object[0], new String[0])));
        }
        return texts;
    }

    private static String read(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return String.valueOf(server.getAttribute(name, attribute.getName()));
        } catch (JMException | RuntimeMBeanException e) {
            return "unreadable";
        }
    }

    static boolean isMonitored(CamelContext context) {
        return context.hasComponent("fastrouter") instanceof Monitored;
    }
}
