package ai.fastrouter.camel.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConformance;
import org.apache.hc.core5.http.protocol.ResponseConformance;
import org.apache.hc.core5.http.protocol.ResponseDate;
import org.apache.hc.core5.http.protocol.ResponseServer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.protocol.H2RequestValidateHost;
import org.apache.hc.core5.http2.protocol.H2ResponseConnControl;
import org.apache.hc.core5.http2.protocol.H2ResponseContent;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: listens on the loopback address, makes an exchange of each request, and can be closed at once. */
public final class GatewayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final String NAME = "fastrouter-local-gateway";

    private final Settings settings;
    private final Brain brain;
    private final Connections connections = new Connections();
    private final AtomicInteger active = new AtomicInteger();
    private final Timer timer = new Timer("local-gateway-timer");
    private final HttpAsyncServer server;
    private final int port;
    private volatile boolean closing;

    /** Starts to listen. */
    public GatewayServer(Settings settings, Brain brain) {
        this.settings = settings;
        this.brain = brain;
        this.server = build();
        this.port = listen();
    }

    private HttpAsyncServer build() {
        H2ServerBootstrap bootstrap = H2ServerBootstrap.bootstrap()
                .setCanonicalHostName("localhost")
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(settings.ioThreads())
                        .setTcpNoDelay(true)
                        .setSoReuseAddress(true)
                        .setBacklogSize(16 * 1024)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setBufferSize(settings.bufferSize())
                        .setChunkSizeHint(settings.bufferSize())
                        .build())
                .setHttpProcessor(settings.tls() == null ? HttpProcessors.server(NAME) : bothVersions())
                .setVersionPolicy(settings.tls() == null ? HttpVersionPolicy.FORCE_HTTP_1 : HttpVersionPolicy.NEGOTIATE)
                .setIOSessionDecorator(connections::watch)
                .setIOSessionListener(connections)
                .setExceptionCallback(e -> LOG.debug("Connection failed", e))
                .setRequestRouter((request, context) -> () -> new GatewayExchange(this));
        if (settings.tls() != null) {
            bootstrap.setTlsStrategy(new H2ServerTlsStrategy(settings.tls()));
        }
        return bootstrap.create();
    }

    /** Without httpcore's check for HTTP/2, which refuses {@code Connection} headers of HTTP/1.1 over TLS too. */
    private static HttpProcessor bothVersions() {
        return HttpProcessorBuilder.create()
                .addAll(
                        ResponseConformance.INSTANCE,
                        ResponseDate.INSTANCE,
                        new ResponseServer(NAME),
                        H2ResponseContent.INSTANCE,
                        H2ResponseConnControl.INSTANCE)
                .addAll(H2RequestValidateHost.INSTANCE, RequestConformance.INSTANCE)
                .build();
    }

    private int listen() {
        server.start();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        try {
            URIScheme scheme = settings.tls() == null ? URIScheme.HTTP : URIScheme.HTTPS;
            var endpoint = server.listen(address, scheme).get();
            return ((InetSocketAddress) endpoint.getAddress()).getPort();
        } catch (ExecutionException e) {
            close();
            throw new UncheckedIOException(new IOException("Cannot listen on port " + settings.port(), e.getCause()));
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while starting", e));
        }
    }

    Settings settings() {
        return settings;
    }

    Brain brain() {
        return brain;
    }

    Connections connections() {
        return connections;
    }

    /** The thread for what happens later. */
    public Timer timer() {
        return timer;
    }

    /** Whether it closes its connections, so that their end says nothing about the clients. */
    boolean closing() {
        return closing;
    }

    void active(int change) {
        active.addAndGet(change);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** How many connections are open. */
    public int openConnections() {
        return connections.open();
    }

    /** The most connections that were open at once since the last reset. */
    public int peakConnections() {
        return connections.peak();
    }

    /** Starts to count the peak anew. */
    public void resetPeak() {
        connections.resetPeak();
    }

    /** How many requests have arrived, at least in part, and are not answered yet. */
    public int activeRequests() {
        return active.get();
    }

    /** Closes all connections at once and ends all threads. */
    @Override
    public void close() {
        closing = true;
        server.close(CloseMode.IMMEDIATE);
        timer.close();
        try {
            server.awaitShutdown(TimeValue.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
