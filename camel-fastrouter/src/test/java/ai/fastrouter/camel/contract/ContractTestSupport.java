package ai.fastrouter.camel.contract;

import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.Closeable;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose calls go to a local gateway that speaks as both gateways do. */
abstract class ContractTestSupport extends CamelTestSupport {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    static LocalGateway local() {
        return GATEWAY.gateway();
    }

    /** A URI of chat for one of the gateways. */
    static String chat(FastRouterGateway gateway, String options) {
        return uri("chat", gateway, options);
    }

    /** A URI for one of the gateways. */
    static String uri(String operation, FastRouterGateway gateway, String options) {
        String baseUrl = gateway == FastRouterGateway.arouter ? local().arouterUrl() : local().baseUrl();
        return "fastrouter:" + operation + "?gateway=" + gateway + "&apiKey=test&baseUrl=" + baseUrl
                + (options.isEmpty() ? "" : "&" + options);
    }

    /** Sends a message, and gives a streamed answer up: this is about what is sent. */
    Exchange send(String uri, Object body, Map<String, Object> headers) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        headers.forEach(exchange.getMessage()::setHeader);
        template.send(uri, exchange);
        if (exchange.getMessage().getBody() instanceof Closeable open) {
            open.close();
        }
        return exchange;
    }
}
