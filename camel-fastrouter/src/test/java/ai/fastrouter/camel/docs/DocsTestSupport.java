package ai.fastrouter.camel.docs;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs what the pages show against a local gateway. */
abstract class DocsTestSupport extends CamelTestSupport {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        component.getConfiguration().setBaseUrl(GATEWAY.baseUrl());
        component.getConfiguration().setApiKey("any");
        context.addComponent("fastrouter", component);
        return context;
    }

    static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    /** The last request. */
    static JsonNode sent() {
        return gateway().lastRequest().json();
    }
}
