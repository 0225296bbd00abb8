package ai.fastrouter.camel.contract;

import ai.fastrouter.camel.FastRouterGateway;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the gateways document of chat requests, as a JSON schema: {@code contract/chat-request.schema.json}. */
public final class ChatContract {

    private static final Map<FastRouterGateway, Contract> BY_GATEWAY = Map.of(
            FastRouterGateway.fastrouter, Contract.of("chat-request#/$defs/fastrouter"),
            FastRouterGateway.arouter, Contract.of("chat-request#/$defs/arouter"));

    private ChatContract() {}

    /** What is wrong with a request; empty if it is as the gateway documents it. */
    public static List<String> violations(JsonNode request, FastRouterGateway gateway) {
        return BY_GATEWAY.get(gateway).violations(request);
    }
}
