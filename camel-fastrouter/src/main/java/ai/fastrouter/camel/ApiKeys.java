package ai.fastrouter.camel;

import ai.fastrouter.camel.error.MissingApiKeyException;
import ai.fastrouter.camel.gateway.Authority;
import java.net.URI;
import org.apache.camel.CamelContext;
import org.apache.camel.util.ObjectHelper;

/** Finds the key of an endpoint: its option, a Camel property, an environment variable, in this order. */
final class ApiKeys {

    private ApiKeys() {}

    /**
     * Lists of models need no key at FastRouter; all else does.
     *
     * @return the key, or null when there is none and none is needed
     * @throws MissingApiKeyException if there is none although one is needed; the text says the three ways to give it
     */
    static String find(
            CamelContext context, FastRouterConfiguration configuration, URI baseUrl, FastRouterOperation operation) {
        FastRouterGateway gateway = configuration.getGateway();
        String key = configuration.getApiKey();
        if (ObjectHelper.isEmpty(key)) {
            key = context.getPropertiesComponent()
                    .resolveProperty(gateway.keyProperty())
                    .orElse(null);
        }
        if (ObjectHelper.isEmpty(key)) {
            key = System.getenv(gateway.keyVariable());
        }
        if (ObjectHelper.isNotEmpty(key)) {
            return key.trim();
        }
        if (operation != FastRouterOperation.MODELS && isRequired(configuration, baseUrl)) {
            throw new MissingApiKeyException(gateway.name(), gateway.keyProperty(), gateway.keyVariable());
        }
        return null;
    }

    private static boolean isRequired(FastRouterConfiguration configuration, URI baseUrl) {
        if (!configuration.isApiKeyRequired()) {
            return false;
        }
        String host = Authority.of(baseUrl).host();
        return !(host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }
}
