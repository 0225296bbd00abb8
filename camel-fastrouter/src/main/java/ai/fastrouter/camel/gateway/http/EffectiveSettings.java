package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.http.connect.ConnectionSettings;
import ai.fastrouter.camel.gateway.http.connect.ProxySettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.ResolverHelper;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Settings after it is decided where each comes from: what was asked for, then the context's {@code https} or {@code
 * http} component, then our defaults. Of that component, a number counts only if it differs from its own default, for
 * nobody chose that.
 */
final class EffectiveSettings {

    private static final HttpComponent UNTOUCHED = new HttpComponent();
    private static final int CONNECTIONS = 1000;
    private static final long CONNECTION_REQUEST_TIMEOUT = 30_000;
    private static final long CONNECT_TIMEOUT = 10_000;
    private static final long FIRST_BYTE_TIMEOUT = 300_000;
    private static final long IDLE_TIMEOUT = 120_000;

    private final CamelContext context;
    private final HttpSettings asked;
    private final HttpComponent component;

    EffectiveSettings(CamelContext context, HttpSettings asked) {
        this.context = context;
        this.asked = asked;
        HttpComponent secure = find("https");
        this.component = secure != null ? secure : find("http");
    }

    /** Only what is there: asking for an endpoint would create the component. */
    private HttpComponent find(String name) {
        Component found = context.hasComponent(name);
        if (found == null) {
            found = ResolverHelper.lookupComponentInRegistryWithFallback(context, name);
        }
        return found instanceof HttpComponent http ? http : null;
    }

    /** How long to wait for a pooled connection, in milliseconds; 0 for ever. */
    long connectionRequestTimeout() {
        return number(
                asked.connectionRequestTimeout, HttpComponent::getConnectionRequestTimeout, CONNECTION_REQUEST_TIMEOUT);
    }

    /** The waits of a call that does not say them. The component has none for a whole call. */
    Timeouts timeouts() {
        return new Timeouts(
                number(null, HttpComponent::getConnectTimeout, CONNECT_TIMEOUT),
                number(null, HttpComponent::getResponseTimeout, FIRST_BYTE_TIMEOUT),
                number(null, HttpComponent::getSoTimeout, IDLE_TIMEOUT),
                0);
    }

    /** The User-Agent header. */
    String userAgent() {
        if (asked.userAgent != null) {
            return asked.userAgent;
        }
        if (component != null && component.getUserAgent() != null) {
            return component.getUserAgent();
        }
        String version = HttpGatewayClient.class.getPackage().getImplementationVersion();
        return version == null ? "camel-fastrouter" : "camel-fastrouter/" + version;
    }

    /** The proxy; null for none. */
    ProxySettings proxy() {
        if (asked.proxyHost != null) {
            return new ProxySettings(
                    asked.proxyHost,
                    port(asked.proxyHost, asked.proxyPort),
                    asked.proxyAuthUsername,
                    asked.proxyAuthPassword,
                    asked.nonProxyHosts);
        }
        return component == null
                ? null
                : new InheritedProxy(component).find(asked.proxyCredentials, asked.nonProxyHosts);
    }

    /** What a client is made from. */
    ConnectionSettings connections(Executor worker) {
        AddressPolicy policy = asked.addressPolicy;
        HttpClientConfigurer configurer = asked.httpClientConfigurer;
        return new ConnectionSettings(
                sslContext(),
                hostnameVerifier(),
                asked.http2,
                (int) number(asked.maxTotalConnections, HttpComponent::getMaxTotalConnections, CONNECTIONS),
                (int) number(asked.connectionsPerRoute, HttpComponent::getConnectionsPerRoute, CONNECTIONS),
                number(asked.connectionTimeToLive, HttpComponent::getConnectionTimeToLive, -1),
                proxy(),
                userAgent(),
                policy == null ? null : policy::permits,
                asked.dnsResolver,
                configurer == null ? null : configurer::configure,
                worker);
    }

    private SSLContext sslContext() {
        SSLContextParameters parameters = asked.sslContextParameters;
        if (parameters == null && component != null) {
            parameters = component.getSslContextParameters();
            if (parameters == null && component.isUseGlobalSslContextParameters()) {
                parameters = context.getSSLContextParameters();
            }
        }
        try {
            return parameters == null ? null : parameters.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new RuntimeCamelException("The TLS settings can't be used: " + e.getMessage(), e);
        }
    }

    /** The default of Camel's component is the usual rules, which need no verifier. */
    private HostnameVerifier hostnameVerifier() {
        if (asked.hostnameVerifier != null || component == null) {
            return asked.hostnameVerifier;
        }
        HostnameVerifier chosen = component.getX509HostnameVerifier();
        boolean untouched = chosen == null
                || chosen.getClass() == UNTOUCHED.getX509HostnameVerifier().getClass();
        return untouched ? null : chosen;
    }

    private long number(Number wanted, Function<HttpComponent, Number> ofComponent, long otherwise) {
        if (wanted != null) {
            return wanted.longValue();
        }
        if (component != null) {
            Number chosen = ofComponent.apply(component);
            if (!chosen.equals(ofComponent.apply(UNTOUCHED))) {
                return chosen.longValue();
            }
        }
        return otherwise;
    }

    static int port(String host, Integer port) {
        if (port == null) {
            throw new IllegalArgumentException("Option proxyPort is missing: proxyHost=" + host + " needs one");
        }
        return port;
    }
}
