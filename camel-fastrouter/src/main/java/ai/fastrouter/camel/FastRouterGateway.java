package ai.fastrouter.camel;

/** The gateways known by name. Named in lower case, as in URIs. */
public enum FastRouterGateway {
    /** FastRouter. */
    fastrouter("https://api.fastrouter.ai/api/v1", "FASTROUTER_API_KEY", "fastrouter.api.key"),
    /** ARouter. */
    arouter("https://api.arouter.ai/v1", "AROUTER_API_KEY", "arouter.api.key");

    private final String baseUrl;
    private final String keyVariable;
    private final String keyProperty;

    FastRouterGateway(String baseUrl, String keyVariable, String keyProperty) {
        this.baseUrl = baseUrl;
        this.keyVariable = keyVariable;
        this.keyProperty = keyProperty;
    }

    /** The address with its version prefix. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The environment variable that may hold the key. */
    public String keyVariable() {
        return keyVariable;
    }

    /** The Camel property that may hold the key. */
    public String keyProperty() {
        return keyProperty;
    }
}
