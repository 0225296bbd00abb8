package ai.fastrouter.camel;

import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.http.AddressPolicy;
import ai.fastrouter.camel.gateway.http.HttpGatewayClient;
import ai.fastrouter.camel.gateway.http.HttpSettings;

/**
 * The clients for finished audio, which is kept elsewhere than at the gateway. Made like the component's own client, but never the
 * one that a user handed in or has changed: that may send credentials, and connects to wherever it likes.
 */
final class DownloadClients {

    private final FastRouterComponent component;
    private GatewayClient anywhere;
    private GatewayClient publicOnly;

    DownloadClients(FastRouterComponent component) {
        this.component = component;
    }

    /** @param privateAddresses whether it may connect to private addresses */
    synchronized GatewayClient client(boolean privateAddresses) {
        if (privateAddresses) {
            anywhere = anywhere == null ? create(settings()) : anywhere;
            return anywhere;
        }
        publicOnly = publicOnly == null ? create(settings().addressPolicy(AddressPolicy.publicOnly())) : publicOnly;
        return publicOnly;
    }

    private HttpSettings settings() {
        return component.httpSettings().httpClient(null).httpClientConfigurer(null);
    }

    private GatewayClient create(HttpSettings settings) {
        return HttpGatewayClient.create(component.getCamelContext(), settings);
    }

    synchronized void close() {
        if (anywhere != null) {
            anywhere.close();
            anywhere = null;
        }
        if (publicOnly != null) {
            publicOnly.close();
            publicOnly = null;
        }
    }
}
