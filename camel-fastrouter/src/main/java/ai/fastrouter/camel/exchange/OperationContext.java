package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayTarget;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/**
 * What an operation is given to work with.
 *
 * @param endpoint     the endpoint it belongs to
 * @param options      the endpoint's options by name
 * @param target       where the gateway is, and the key
 * @param client       the shared client
 * @param worker       where routes go on after a whole answer; few threads, since they are not meant to wait
 * @param streamWorker where routes go on while a stream is being read, which makes its thread wait
 * @param inFlight     knows what to give up when a route stops
 * @param listeners    hear of calls that are made outside a turn
 */
public record OperationContext(
        Endpoint endpoint,
        OptionSource options,
        GatewayTarget target,
        GatewayClient client,
        Executor worker,
        Executor streamWorker,
        InFlight inFlight,
        CallListeners listeners) {

    public CamelContext camelContext() {
        return endpoint.getCamelContext();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OperationContext[" + target + "]";
    }
}
