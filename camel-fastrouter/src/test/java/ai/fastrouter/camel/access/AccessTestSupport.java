package ai.fastrouter.camel.access;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context with nothing set, and a local gateway that takes any key. */
abstract class AccessTestSupport extends CamelTestSupport {

    static final String SECRET = "sk-v1-4f9a2c7e";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    static LocalGateway local() {
        return GATEWAY.gateway();
    }

    /** Asks the local gateway with further options of the endpoint. */
    Exchange ask(String options) {
        String uri = "fastrouter:chat?model=a/b&baseUrl=" + local().baseUrl() + options;
        return template.request(uri, exchange -> exchange.getMessage().setBody("Say: Hi"));
    }
}
