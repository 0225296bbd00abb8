package ai.fastrouter.camel.error;

/** There is no key for a gateway that needs one. Thrown when an endpoint starts; the message says the ways to give a key. */
public class MissingApiKeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String gateway;
    private final String property;
    private final String variable;

    /**
     * @param gateway  the name of the gateway
     * @param property the Camel property that may hold the key
     * @param variable the environment variable that may hold the key
     */
    public MissingApiKeyException(String gateway, String property, String variable) {
        super("No API key for " + gateway + ". Give it as option apiKey"
                + " (camel.component.fastrouter.api-key in application.properties), as property " + property
                + ", or in the environment variable " + variable
                + ". If the gateway needs none, set apiKeyRequired=false.");
        this.gateway = gateway;
        this.property = property;
        this.variable = variable;
    }

    /** The name of the gateway. */
    public String getGateway() {
        return gateway;
    }

    /** The Camel property that may hold the key. */
    public String getProperty() {
        return property;
    }

    /** The environment variable that may hold the key. */
    public String getVariable() {
        return variable;
    }
}
