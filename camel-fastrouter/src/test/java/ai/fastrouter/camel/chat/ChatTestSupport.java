package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.contract.ChatContract;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose component talks to a local gateway. */
@Timeout(30)
public abstract class ChatTestSupport extends CamelTestSupport {

    protected static final String KEY = "sk-v1-test";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        FastRouterComponent component = new FastRouterComponent(context);
        component.getConfiguration().setBaseUrl(gateway().baseUrl());
        component.getConfiguration().setApiKey(KEY);
        component.getConfiguration().setModel("openai/gpt-5.1");
        configure(component);
        context.addComponent("fastrouter", component);
        return context;
    }

    /** For tests that need the component otherwise. */
    protected void configure(FastRouterComponent component) {}

    protected static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    /** Sends an exchange straight to an endpoint. */
    protected Exchange send(String uri, Processor message) {
        return template.request(uri, message);
    }

    protected Exchange send(String uri, Object body) {
        return send(uri, exchange -> exchange.getMessage().setBody(body));
    }

    protected Exchange send(String uri, Object body, Map<String, Object> headers) {
        return send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    /** Checks that what the gateway was sent last is what it documents. */
    protected static void assertAsDocumented() {
        assertThat(ChatContract.violations(sent(), FastRouterGateway.fastrouter))
                .isEmpty();
    }

    /** What the gateway was sent last. */
    protected static JsonNode sent() {
        return gateway().lastRequest().json();
    }
}
