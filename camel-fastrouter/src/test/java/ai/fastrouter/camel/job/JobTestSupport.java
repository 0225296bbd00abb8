package ai.fastrouter.camel.job;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose component talks to a local gateway, asks for jobs often, and may download from this machine. */
abstract class JobTestSupport extends CamelTestSupport {

    static final String KEY = "sk-v1-test";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        FastRouterConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(gateway().baseUrl());
        configuration.setApiKey(KEY);
        configuration.setAllowHttpDownload(true);
        configuration.setAllowPrivateAddresses(true);
        configuration.setJobPollDelay(10);
        configuration.setJobPollMaxDelay(50);
        configuration.setRepositoryScanDelay(100);
        configuration.setNodeTimeout(1000);
        configure(configuration);
        context.addComponent("fastrouter", component);
        return context;
    }

    /** For tests that need other options. */
    void configure(FastRouterConfiguration configuration) {}

    static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    static List<RecordedRequest> submits() {
        return gateway().requests(Operation.SUBMIT);
    }

    static List<RecordedRequest> polls() {
        return gateway().requests(Operation.POLL);
    }

    static List<RecordedRequest> downloads() {
        return gateway().requests(Operation.DOWNLOAD);
    }
}
