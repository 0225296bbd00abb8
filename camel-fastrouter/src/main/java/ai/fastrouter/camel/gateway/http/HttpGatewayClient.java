package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.http.body.DirectBuffers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;

/** The gateway client over httpclient5's asynchronous client. */
public final class HttpGatewayClient implements GatewayClient {

    private final CloseableHttpAsyncClient http;
    private final HttpSettings settings;
    private final ExecutorServiceManager threads;
    private final ExecutorService worker;
    private final ScheduledExecutorService timer;
    private final CallsInFlight calls = new CallsInFlight();
    private final DirectBuffers buffers = new DirectBuffers();
    private final Watchdog watchdog;
    private volatile boolean closed;

    private HttpGatewayClient(CamelContext context, HttpSettings settings) {
        this.settings = settings;
        this.threads = context.getExecutorServiceManager();
        this.worker = threads.newCachedThreadPool(this, "FastRouterTransport");
        this.timer = threads.newSingleThreadScheduledExecutor(this, "FastRouterWatchdog");
        this.http = ClientFactory.create(settings);
        this.http.start();
        this.watchdog = new Watchdog(calls, timer);
    }

    /** Makes a client with connections and threads of its own. */
    public static HttpGatewayClient create(CamelContext context, HttpSettings settings) {
        return new HttpGatewayClient(context, settings);
    }

    @Override
    public Call send(GatewayRequest request, ResponseHandler handler) {
        HttpCall call = new HttpCall(request, handler, calls, new CallClock(request.timeouts(), 30_000));
        calls.add(call);
        try {
            RequestSender sender = new RequestSender(call, RequestHead.of(call), buffers, worker);
            HttpExchange exchange = new HttpExchange(call);
            call.runningAs(http.execute(null, sender, new ResponseReader(call), null, exchange, exchange));
        } catch (FastRouterException e) {
            call.fail(e);
        } catch (RuntimeException e) {
            call.fail(Failures.ofExchange(call, e));
        }
        if (closed) {
            call.fail(Failures.clientClosed(call));
        }
        return call;
    }

    @Override
    public void close() {
        closed = true;
        for (HttpCall call : calls.find(any -> true)) {
            call.fail(Failures.clientClosed(call));
        }
        watchdog.close();
        threads.shutdownNow(timer);
        http.close(CloseMode.IMMEDIATE);
        threads.shutdownNow(worker);
    }
}
