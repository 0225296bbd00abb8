package ai.fastrouter.camel.operations.stats;

/**
 * What is known of an endpoint before any call. Holds no key and no text meant for a model.
 *
 * @param uri       the URI without secrets, by which calls name their endpoint
 * @param shownUri  the URI for pages and checks: without secrets, prompts and instructions
 * @param operation for example {@code chat}
 * @param model     the endpoint's own model; null when it has none
 * @param server    the gateway
 */
public record EndpointFacts(String uri, String shownUri, String operation, String model, Server server) {

    /**
     * A gateway.
     *
     * @param system  its name, for example {@code fastrouter}
     * @param address its host
     * @param port    its port
     */
    public record Server(String system, String address, int port) {}

    @Override
    public String toString() {
        return shownUri;
    }
}
