package ai.fastrouter.camel.test.check;

import com.fasterxml.jackson.databind.JsonNode;

/** How a request may choose providers and fallbacks. */
final class RoutingCheck {

    private RoutingCheck() {}

    static void check(Fields body, boolean arouter) {
        body.object("provider", provider -> provider(provider, arouter)).texts("models", 1, Integer.MAX_VALUE);
        if (arouter) {
            body.oneOf("route", "fallback");
        }
    }

    private static void provider(Fields provider, boolean arouter) {
        provider.texts("only", 1, Integer.MAX_VALUE)
                .texts("order", 1, Integer.MAX_VALUE)
                .bool("allow_fallbacks")
                .texts("ignore", 1, Integer.MAX_VALUE)
                .bool("require_parameters")
                .oneOf("data_collection", "allow", "deny")
                .bool("zdr");
        if (!arouter) {
            provider.notBoth("only", "order");
        }
        JsonNode sort = provider.get("sort");
        if (!(arouter && sort.isObject())) {
            provider.oneOf("sort", "price", "throughput", "latency");
        }
    }
}
