package ai.fastrouter.camel.operations;

import ai.fastrouter.camel.FastRouterComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** A context that asks once: run by a class loader of its own, so it takes and gives only types of Java. */
public final class OneChat {

    private OneChat() {}

    /** The answer, and how many calls were counted. */
    public static String ask(String baseUrl) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            FastRouterComponent component = new FastRouterComponent();
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setApiKey("sk-any");
            component.getConfiguration().setModel("openai/gpt-5.1");
            context.addComponent("fastrouter", component);
            context.start();
            String answer = context.createProducerTemplate().requestBody("fastrouter:chat", "Hi", String.class);
            return answer + " calls: " + component.getMonitoring().statistics().totalCalls();
        }
    }
}
