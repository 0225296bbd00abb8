package ai.fastrouter.camel.gateway.http.connect;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP client with its pool, made so as gateways need it: what of httpclient's defaults is not right for them is
 * off.
 */
public final class PooledClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PooledClient.class);

    /**
     * Of the three buffers of each connection. Measured: smaller ones cost time in downloads, larger ones heap in
     * waiting calls.
     */
    private static final int BUFFER_SIZE = 4096;

    private static final int IO_THREADS_AT_MOST = 4;

    private static final TimeValue SHUTDOWN_LIMIT = TimeValue.ofSeconds(1);

    private final CloseableHttpAsyncClient http;
    private final Connections connections;

    private final AtomicBoolean closing;

    private PooledClient(CloseableHttpAsyncClient http, Connections connections, AtomicBoolean closing) {
        this.http = http;
        this.connections = connections;
        this.closing = closing;
    }

    /** Makes and starts a client. */
    public static PooledClient start(ConnectionSettings settings) {
        Connections connections = new Connections(pool(settings), settings.worker(), guard(settings));
        AtomicBoolean closing = new AtomicBoolean();
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(connections)
                .setRoutePlanner(new Routes(settings.proxy()))
                .setHttp1Config(http1())
                .setIOReactorConfig(reactor())
                .setDefaultRequestConfig(requests())
                .setKeepAliveStrategy(new KeepAlive())
                .setThreadFactory(new DefaultThreadFactory("FastRouterIO", true))
                .setUserAgent(settings.userAgent())
                // no decorator, and so no log of the bytes on the wire: they hold keys and prompts
                .setIoSessionDecorator(session -> session)
                .setIoReactorExceptionCallback(cause -> unexpected(cause, closing.get()))
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "wanted", PooledClient::connectionWanted)
                .addExecInterceptorLast("connected", PooledClient::connected)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState();
        if (settings.customizer() != null) {
            settings.customizer().accept(builder);
        }
        PooledClient client = new PooledClient(builder.build(), connections, closing);
        client.http.start();
        return client;
    }

    private static void connectionWanted(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        if (scope.clientContext instanceof ConnectionListener listener) {
            listener.connectionWanted();
        }
        chain.proceed(request, body, scope, callback);
    }

    private static void connected(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        if (scope.clientContext instanceof ConnectionListener listener) {
            AsyncExecRuntime runtime = scope.execRuntime;
            listener.connected(() -> {
                runtime.discardEndpoint();
                return true;
            });
        }
        try {
            chain.proceed(request, body, scope, callback);
        } catch (IllegalStateException e) {
            // closed in the moment since then; this may be the thread of another exchange, which gave its connection
            // back
            callback.failed(e);
        }
    }

    private static PoolingAsyncClientConnectionManager pool(ConnectionSettings settings) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.maxTotal())
                .setMaxConnPerRoute(settings.maxPerRoute())
                .setDnsResolver(settings.dnsResolver())
                .setTlsStrategy(tls(settings))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        // the watchdog limits it, TLS included
                        .setConnectTimeout(Timeout.DISABLED)
                        .setTimeToLive(TimeValue.ofMilliseconds(settings.timeToLive() < 0 ? -1 : settings.timeToLive()))
                        // only HTTP/2 has a ping; a closed HTTP/1.1 connection is noticed by its I/O thread
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(
                                settings.http2() ? HttpVersionPolicy.NEGOTIATE : HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    /**
     * Names the policy: left to itself, httpclient 5.5 asks the TLS engine to check the host's name too late, and
     * nobody does.
     */
    private static TlsStrategy tls(ConnectionSettings settings) {
        boolean usual = settings.hostnameVerifier() == null;
        return ClientTlsStrategyBuilder.create()
                .setSslContext(
                        settings.sslContext() != null ? settings.sslContext() : SSLContexts.createSystemDefault())
                .setHostVerificationPolicy(usual ? HostnameVerificationPolicy.BOTH : HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(usual ? HttpsSupport.getDefaultHostnameVerifier() : settings.hostnameVerifier())
                .setSslBufferMode(SSLBufferMode.DYNAMIC)
                .buildAsync();
    }

    private static void unexpected(Exception cause, boolean closing) {
        // no news: a connection closed by one thread while another looks after it, or all of them in the end
        if (!closing && !(cause instanceof CancelledKeyException)) {
            LOG.warn("Looking after HTTP connections failed and goes on", cause);
        }
    }

    private static AddressGuard guard(ConnectionSettings settings) {
        return settings.addresses() == null ? null : new AddressGuard(settings.addresses(), settings.proxy());
    }

    private static Http1Config http1() {
        return Http1Config.custom()
                .setBufferSize(BUFFER_SIZE)
                // nothing is read before it is asked for; zero is not allowed
                .setInitialWindowSize(1)
                .build();
    }

    private static IOReactorConfig reactor() {
        return IOReactorConfig.custom()
                .setIoThreadCount(
                        Math.min(IO_THREADS_AT_MOST, Runtime.getRuntime().availableProcessors()))
                .setTcpNoDelay(true)
                .setSoKeepAlive(true)
                .build();
    }

    private static RequestConfig requests() {
        return RequestConfig.custom()
                // the watchdog limits it: the pool itself looks at its limits only when a connection comes back
                .setConnectionRequestTimeout(Timeout.DISABLED)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                // a gateway's 401 is an answer, and the proxy is shown its credentials unasked
                .setAuthenticationEnabled(false)
                .build();
    }

    /** The client. */
    public CloseableHttpAsyncClient http() {
        return http;
    }

    /** Closes connections that have been idle or open for too long. */
    public void evict() {
        connections.evict(KeepAlive.LONGEST);
    }

    @Override
    public void close() {
        closing.set(true);
        // closed at once, its I/O threads would find their keys changed under them, and log it as an error
        http.initiateShutdown();
        try {
            http.awaitShutdown(SHUTDOWN_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close(CloseMode.IMMEDIATE);
    }
}
