package ai.fastrouter.camel;

import ai.fastrouter.camel.gateway.http.HttpClientConfigurer;
import ai.fastrouter.camel.gateway.http.HttpSettings;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/** The options of the component's HTTP client, checked when it is made. */
public abstract class FastRouterHttpComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether the SSLContextParameters of the CamelContext are used.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "security",
            description = "TLS towards the gateway. Unset: that of the https component, then Java's.")
    private SSLContextParameters sslContextParameters;

    @Metadata(
            label = "security",
            description =
                    "Decides whether a certificate fits a host. Unset: that of the https component if it was changed there, else the usual rules of HTTPS.")
    private HostnameVerifier x509HostnameVerifier;

    @Metadata(
            label = "timeout",
            defaultValue = "-1",
            javaType = "java.time.Duration",
            description =
                    "How long a call waits for a connection of the pool, in milliseconds. -1: that of the https component if it was set there, else 30 seconds. 0 waits for ever.")
    private long connectionRequestTimeout = -1;

    @Metadata(
            label = "http",
            description =
                    "The most connections in all, 1 or more; calls beyond it wait. Unset: that of the https component if it was set there, else 1000.")
    private Integer maxTotalConnections;

    @Metadata(
            label = "http",
            description =
                    "The most connections to one gateway, 1 or more; calls beyond it wait. Unset: that of the https component if it was set there, else 1000.")
    private Integer connectionsPerRoute;

    @Metadata(
            label = "http",
            defaultValue = "-1",
            javaType = "java.time.Duration",
            description =
                    "How old a connection may become, in milliseconds, before it is not used for another call. -1: that of the https component if it was set there, else without limit.")
    private long connectionTimeToLive = -1;

    @Metadata(
            label = "proxy",
            description = "A proxy to reach the gateway through. Unset: that of the https component.")
    private String proxyHost;

    @Metadata(label = "proxy", description = "The port of the proxy, 1 to 65535. Needed with `proxyHost`.")
    private Integer proxyPort;

    @Metadata(
            label = "proxy,security",
            secret = true,
            description =
                    "The user name for the proxy, sent in the Basic scheme and to the proxy only. Unset: none is sent.")
    private String proxyAuthUsername;

    @Metadata(label = "proxy,security", secret = true, description = "The password for the proxy. Never logged.")
    private String proxyAuthPassword;

    @Metadata(
            label = "proxy",
            description = "Hosts that are reached without the proxy, separated by commas, a star for any characters.")
    private String nonProxyHosts;

    @Metadata(
            label = "http",
            description =
                    "The User-Agent header. Unset: that of the https component, else `camel-fastrouter/` and the version.")
    private String userAgent;

    @Metadata(
            label = "http,advanced",
            defaultValue = "http1",
            enums = "http1,http2",
            description =
                    "The version of HTTP to gateways with TLS: `http2` offers HTTP/2 in the handshake, `http1` does not. Without TLS it is HTTP/1.1.")
    private String httpVersion = "http1";

    @Metadata(
            label = "http,advanced",
            description =
                    "A client to use instead of one made from the options. It is started, but not closed; of the options only `connectionRequestTimeout` and `userAgent` apply to it.")
    private CloseableHttpAsyncClient httpClient;

    @Metadata(
            label = "http,advanced",
            description = "Changes the HTTP client before it is made, when all other options have been applied.")
    private HttpClientConfigurer httpClientConfigurer;

    FastRouterHttpComponent() {}

    FastRouterHttpComponent(CamelContext context) {
        super(context);
    }

    /**
     * What is asked of the HTTP client.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    HttpSettings httpSettings() {
        return new HttpSettings()
                .sslContextParameters(
                        sslContextParameters != null || !useGlobalSslContextParameters
                                ? sslContextParameters
                                : retrieveGlobalSslContextParameters())
                .hostnameVerifier(x509HostnameVerifier)
                .connectionRequestTimeout(connectionRequestTimeout < 0 ? null : connectionRequestTimeout)
                .maxTotalConnections(inRange("maxTotalConnections", maxTotalConnections, 1, Integer.MAX_VALUE))
                .connectionsPerRoute(inRange("connectionsPerRoute", connectionsPerRoute, 1, Integer.MAX_VALUE))
                .connectionTimeToLive(connectionTimeToLive < 0 ? null : connectionTimeToLive)
                .proxy(proxyHost, inRange("proxyPort", proxyPort, 1, 65535))
                .proxyAuthentication(proxyAuthUsername, proxyAuthPassword)
                .nonProxyHosts(nonProxyHosts)
                .userAgent(userAgent)
                .http2(isHttp2())
                .httpClient(httpClient)
                .httpClientConfigurer(httpClientConfigurer);
    }

    private boolean isHttp2() {
        if ("http2".equals(httpVersion)) {
            return true;
        }
        if ("http1".equals(httpVersion)) {
            return false;
        }
        throw new IllegalArgumentException(
                "Option httpVersion=" + httpVersion + " is not valid: it must be http1 or http2");
    }

    private static Integer inRange(String name, Integer value, int from, int to) {
        if (value != null && (value < from || value > to)) {
            throw new IllegalArgumentException("Option " + name + "=" + value + " is not valid: it must be "
                    + (to == Integer.MAX_VALUE ? from + " or more" : from + " to " + to));
        }
        return value;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether the SSLContextParameters of the CamelContext are used. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** TLS towards the gateway. Unset: that of the https component, then Java's. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public HostnameVerifier getX509HostnameVerifier() {
        return x509HostnameVerifier;
    }

    /**
     * Decides whether a certificate fits a host. Unset: that of the https component if it was changed there, else the
     * usual rules of HTTPS.
     */
    public void setX509HostnameVerifier(HostnameVerifier x509HostnameVerifier) {
        this.x509HostnameVerifier = x509HostnameVerifier;
    }

    public long getConnectionRequestTimeout() {
        return connectionRequestTimeout;
    }

    /**
     * How long a call waits for a connection of the pool, in milliseconds. -1: that of the https component if it was
     * set there, else 30 seconds. 0 waits for ever.
     */
    public void setConnectionRequestTimeout(long connectionRequestTimeout) {
        this.connectionRequestTimeout = connectionRequestTimeout;
    }

    public Integer getMaxTotalConnections() {
        return maxTotalConnections;
    }

    /**
     * The most connections in all, 1 or more; calls beyond it wait. Unset: that of the https component if it was set
     * there, else 1000.
     */
    public void setMaxTotalConnections(Integer maxTotalConnections) {
        this.maxTotalConnections = maxTotalConnections;
    }

    public Integer getConnectionsPerRoute() {
        return connectionsPerRoute;
    }

    /**
     * The most connections to one gateway, 1 or more; calls beyond it wait. Unset: that of the https component if it
     * was set there, else 1000.
     */
    public void setConnectionsPerRoute(Integer connectionsPerRoute) {
        this.connectionsPerRoute = connectionsPerRoute;
    }

    public long getConnectionTimeToLive() {
        return connectionTimeToLive;
    }

    /**
     * How old a connection may become, in milliseconds, before it is not used for another call. -1: that of the https
     * component if it was set there, else without limit.
     */
    public void setConnectionTimeToLive(long connectionTimeToLive) {
        this.connectionTimeToLive = connectionTimeToLive;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    /** A proxy to reach the gateway through. Unset: that of the https component. */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    /** The port of the proxy, 1 to 65535. Needed with proxyHost. */
    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    /** The user name for the proxy, sent in the Basic scheme and to the proxy only. Unset: none is sent. */
    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    /** The password for the proxy. Never logged. */
    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public String getNonProxyHosts() {
        return nonProxyHosts;
    }

    /** Hosts that are reached without the proxy, separated by commas, with * for any characters. */
    public void setNonProxyHosts(String nonProxyHosts) {
        this.nonProxyHosts = nonProxyHosts;
    }

    public String getUserAgent() {
        return userAgent;
    }

    /** The User-Agent header. Unset: that of the https component, else camel-fastrouter/ and the version. */
    public void setUserAgent(String userAgent) {
        this.userAgent = userAgent;
    }

    public String getHttpVersion() {
        return httpVersion;
    }

    /**
     * The version of HTTP to gateways with TLS: http2 offers HTTP/2 in the handshake, http1 does not. Without TLS it is
     * HTTP/1.1.
     */
    public void setHttpVersion(String httpVersion) {
        this.httpVersion = httpVersion;
    }

    public CloseableHttpAsyncClient getHttpClient() {
        return httpClient;
    }

    /**
     * A client to use instead of one made from the options. It is started, but not closed; of the options only
     * connectionRequestTimeout and userAgent apply to it.
     */
    public void setHttpClient(CloseableHttpAsyncClient httpClient) {
        this.httpClient = httpClient;
    }

    public HttpClientConfigurer getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    /** Changes the HTTP client before it is made, when all other options have been applied. */
    public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }
}
