package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.http.connect.PooledClient;
import ai.fastrouter.camel.gateway.http.connect.ProxySettings;
import ai.fastrouter.camel.gateway.http.connect.RefusedAddressException;
import ai.fastrouter.camel.gateway.http.request.BodyReading;
import ai.fastrouter.camel.gateway.http.request.DirectBuffers;
import ai.fastrouter.camel.gateway.http.request.RequestHeads;
import ai.fastrouter.camel.gateway.http.request.UnsendableRequestException;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * The gateway client over httpclient5's asynchronous client. Owns its connections and a few threads: those of the I/O,
 * one that watches the limits, and workers that look names up, begin connections and read request bodies that may
 * block.
 *
 * <p>Handlers are called on I/O threads; a failure by a limit or by giving up is told on the thread that found it.
 */
public final class HttpGatewayClient implements GatewayClient {

    private final ClientThreads threads;
    private final PooledClient pooled;
    private final CloseableHttpAsyncClient http;
    private final Timeouts timeouts;
    private final long poolTimeout;
    private final ProxySettings proxy;
    private final RequestHeads heads;
    private final BodyReading reading;
    private final CallsInFlight calls = new CallsInFlight();
    private final Watchdog watchdog;
    private volatile boolean closed;

    private HttpGatewayClient(CamelContext context, HttpSettings settings) {
        EffectiveSettings effective = new EffectiveSettings(context, settings);
        boolean given = settings.httpClient != null;
        proxy = given ? null : effective.proxy();
        timeouts = effective.timeouts();
        poolTimeout = effective.connectionRequestTimeout();
        heads = new RequestHeads(effective.userAgent());
        threads = new ClientThreads(context.getExecutorServiceManager(), this);
        reading = new BodyReading(new DirectBuffers(), threads.reading(), threads.closing());
        pooled = given ? null : start(effective);
        http = given ? settings.httpClient : pooled.http();
        if (given) {
            http.start();
        }
        watchdog = new Watchdog(calls, given ? () -> {} : pooled::evict, threads.timer());
    }

    private PooledClient start(EffectiveSettings effective) {
        try {
            return PooledClient.start(effective.connections(threads.connecting()));
        } catch (RuntimeException e) {
            threads.close();
            throw e;
        }
    }

    /**
     * Makes a client with connections and threads of its own.
     *
     * @throws RuntimeException if the settings can't be used, for example because a key store can't be read
     */
    public static HttpGatewayClient create(CamelContext context, HttpSettings settings) {
        return new HttpGatewayClient(context, settings);
    }

    /** The waits of a call: those that are asked for, and where they are negative those of this client. */
    public Timeouts timeouts(Timeouts asked) {
        return new Timeouts(
                asked.connect() < 0 ? timeouts.connect() : asked.connect(),
                asked.firstByte() < 0 ? timeouts.firstByte() : asked.firstByte(),
                asked.idle() < 0 ? timeouts.idle() : asked.idle(),
                asked.total());
    }

    @Override
    public Call send(GatewayRequest request, ResponseHandler handler) {
        CallClock clock = new CallClock(request.timeouts(), poolTimeout);
        HttpCall call = new HttpCall(request, handler, calls, clock);
        calls.add(call);
        watchdog.wake();
        execute(call, 0);
        return call;
    }

    /** Gives a call to the HTTP client, for the first time or again on another connection. */
    void execute(HttpCall call, int moves) {
        if (closed) {
            call.fail(Failures.clientClosed(call));
            return;
        }
        try {
            HttpExchange exchange = new HttpExchange(this, call, moves);
            if (proxy != null) {
                proxy.introduce(exchange);
            }
            GatewayRequest request = call.request();
            RequestSender sender = new RequestSender(call, heads.of(request), reading);
            call.runningAs(
                    moves,
                    http.execute(heads.host(request), sender, new ResponseReader(call), null, exchange, exchange));
        } catch (UnsendableRequestException e) {
            call.fail(Failures.unsendable(call, e));
        } catch (RuntimeException e) {
            call.fail(Failures.ofExchange(call, e));
        }
        if (closed) {
            call.fail(Failures.clientClosed(call));
        }
    }

    /**
     * Whether a call that failed on a pooled connection can be moved to another one. A client we don't know can't be
     * trusted to tell how far it got.
     */
    boolean canMove(Exception cause) {
        return pooled != null && !closed && cause instanceof IOException && !(cause instanceof RefusedAddressException);
    }

    @Override
    public void close() {
        closed = true;
        for (HttpCall call : calls.find(any -> true)) {
            call.fail(Failures.clientClosed(call));
        }
        watchdog.close();
        if (pooled != null) {
            pooled.close();
        }
        threads.close();
    }
}
