package ai.fastrouter.camel.gateway.http;

import javax.net.ssl.HostnameVerifier;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * What is asked of an HTTP client. Whatever is left unset (null) is taken from the context's {@code https} component,
 * or {@code http} if only that is there, then from the defaults named here. Filled before
 * {@link HttpGatewayClient#create} and not changed after.
 */
public final class HttpSettings {

    SSLContextParameters sslContextParameters;
    HostnameVerifier hostnameVerifier;
    Long connectionRequestTimeout;
    Integer maxTotalConnections;
    Integer connectionsPerRoute;
    Long connectionTimeToLive;
    String proxyHost;
    Integer proxyPort;
    String proxyAuthUsername;
    String proxyAuthPassword;
    String nonProxyHosts;
    String userAgent;
    boolean http2;
    CloseableHttpAsyncClient httpClient;
    HttpClientConfigurer httpClientConfigurer;
    AddressPolicy addressPolicy;
    DnsResolver dnsResolver;
    boolean proxyCredentials = true;

    /** TLS towards the gateway. Unset: Java's defaults. */
    public HttpSettings sslContextParameters(SSLContextParameters value) {
        sslContextParameters = value;
        return this;
    }

    /** Decides whether a certificate fits a host, instead of the usual rules. Unset: the usual rules. */
    public HttpSettings hostnameVerifier(HostnameVerifier value) {
        hostnameVerifier = value;
        return this;
    }

    /** How long a call waits for a connection of the pool, in milliseconds; 0 for ever. Unset: 30 seconds. */
    public HttpSettings connectionRequestTimeout(Long value) {
        connectionRequestTimeout = value;
        return this;
    }

    /** The most connections in all, 1 or more. Unset: 1000. */
    public HttpSettings maxTotalConnections(Integer value) {
        maxTotalConnections = value;
        return this;
    }

    /** The most connections to one host, 1 or more. Unset: 1000. */
    public HttpSettings connectionsPerRoute(Integer value) {
        connectionsPerRoute = value;
        return this;
    }

    /**
     * How old a connection may become, in milliseconds, before it is not used for another call. Unset or negative: no
     * limit.
     */
    public HttpSettings connectionTimeToLive(Long value) {
        connectionTimeToLive = value;
        return this;
    }

    /** A proxy to go through. Unset: none. */
    public HttpSettings proxy(String host, Integer port) {
        proxyHost = host;
        proxyPort = port;
        return this;
    }

    /** What the proxy is told about who asks, in the Basic scheme. Never sent to the gateway. Unset: nothing. */
    public HttpSettings proxyAuthentication(String username, String password) {
        proxyAuthUsername = username;
        proxyAuthPassword = password;
        return this;
    }

    /**
     * Hosts that are reached without the proxy, separated by commas or bars; {@code *} stands for any characters.
     * Unset: none.
     */
    public HttpSettings nonProxyHosts(String value) {
        nonProxyHosts = value;
        return this;
    }

    /** Keeps the proxy's credentials of the context's component out, for a client that visits foreign hosts. */
    public HttpSettings withoutProxyCredentials() {
        proxyCredentials = false;
        return this;
    }

    /** The User-Agent header. Unset: this component and its version. */
    public HttpSettings userAgent(String value) {
        userAgent = value;
        return this;
    }

    /**
     * Whether HTTP/2 is offered in the TLS handshake. Plain connections speak HTTP/1.1 all the same. Default: false.
     */
    public HttpSettings http2(boolean value) {
        http2 = value;
        return this;
    }

    /**
     * A client to use instead of one made from these settings; it is started, but not closed. Of the settings only the
     * connection request timeout and the user agent apply. Unset: one is made.
     */
    public HttpSettings httpClient(CloseableHttpAsyncClient value) {
        httpClient = value;
        return this;
    }

    /** Has the last word on the client that is made. Unset: none. */
    public HttpSettings httpClientConfigurer(HttpClientConfigurer value) {
        httpClientConfigurer = value;
        return this;
    }

    /** Which addresses may be connected to. The proxy itself is not asked about. Unset: all. */
    public HttpSettings addressPolicy(AddressPolicy value) {
        addressPolicy = value;
        return this;
    }

    /** Finds the addresses of a host, on a worker thread. Unset: Java's resolver. */
    public HttpSettings dnsResolver(DnsResolver value) {
        dnsResolver = value;
        return this;
    }

    /** Without values: some are secret. */
    @Override
    public String toString() {
        return "HttpSettings";
    }
}
