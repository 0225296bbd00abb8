package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.http.connect.ProxySettings;
import org.apache.camel.component.http.HttpComponent;

/**
 * The proxy of Camel's component. What of it can't be followed is refused, since to do something else would send a
 * password, or the calls, in another way than was asked for.
 */
record InheritedProxy(HttpComponent component) {

    /** What Java goes to directly when nobody says otherwise. */
    private static final String NEAR = "localhost|127.*|::1";

    /**
     * @param credentials whether to show them
     * @param direct      hosts that need no proxy; null for those of the component
     * @return null when there is none
     */
    ProxySettings find(boolean credentials, String direct) {
        String host = first(component.getProxyAuthHost(), component.getProxyHost());
        if (host == null) {
            return component.isUseSystemProperties() ? ofJava(direct) : null;
        }
        if ("https".equalsIgnoreCase(component.getProxyAuthScheme())) {
            throw unsupported("proxyAuthScheme=https", "the connection to the proxy itself can't use TLS");
        }
        String username = credentials ? component.getProxyAuthUsername() : null;
        String method = component.getProxyAuthMethod();
        if (username != null && method != null && !"Basic".equalsIgnoreCase(method)) {
            throw unsupported("proxyAuthMethod=" + method, "a proxy is shown its password with Basic only");
        }
        return new ProxySettings(
                host,
                EffectiveSettings.port(host, first(component.getProxyAuthPort(), component.getProxyPort())),
                username,
                username == null ? null : component.getProxyAuthPassword(),
                first(direct, component.getNonProxyHosts()));
    }

    /** Java has a proxy for https and another for http; gateways are reached by https. */
    private static ProxySettings ofJava(String direct) {
        String host = System.getProperty("https.proxyHost");
        if (host == null || host.isBlank()) {
            return null;
        }
        return new ProxySettings(
                        host,
                        Integer.getInteger("https.proxyPort", 443),
                        null,
                        null,
                        first(direct, System.getProperty("http.nonProxyHosts", NEAR)))
                .forHttpsOnly();
    }

    private static IllegalArgumentException unsupported(String option, String why) {
        return new IllegalArgumentException("The https component has " + option + ", which can't be followed: " + why
                + ". Set proxyHost and what belongs to it on this component");
    }

    private static <T> T first(T value, T otherwise) {
        return value != null ? value : otherwise;
    }
}
