package ai.fastrouter.camel.operations;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose component talks to the local gateway. */
public abstract class OperationsTestSupport {

    protected static final String KEY = "sk-operations-key-5c1d";
    protected static final String MODEL = "openai/gpt-5.1";

    @RegisterExtension
    protected static final LocalGatewayExtension GATEWAY = new LocalGatewayExtension();

    protected DefaultCamelContext context;
    protected FastRouterComponent component;

    @BeforeEach
    void startContext() throws Exception {
        context = new DefaultCamelContext();
        prepare(context);
        component = new FastRouterComponent(context);
        component.getConfiguration().setBaseUrl(gateway().baseUrl());
        component.getConfiguration().setApiKey(KEY);
        component.getConfiguration().setModel(MODEL);
        context.addComponent("fastrouter", component);
        context.start();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    /** What a test needs in the context before it starts. */
    protected void prepare(CamelContext context) throws Exception {}

    protected LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    protected Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }
}
