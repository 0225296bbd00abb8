package ai.fastrouter.camel.gateway.http.connect;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.BasicFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The pool of connections, with new ones begun on a worker: the HTTP client looks names up on the thread that asks for
 * the connection, which may be a route's or an I/O thread, and a slow name server would stop that.
 */
final class Connections implements AsyncClientConnectionManager {

    private final PoolingAsyncClientConnectionManager pool;
    private final Executor worker;
    private final AddressGuard guard;

    /**
     * @param guard null to allow all addresses
     */
    Connections(PoolingAsyncClientConnectionManager pool, Executor worker, AddressGuard guard) {
        this.pool = pool;
        this.worker = worker;
        this.guard = guard;
    }

    /** Closes connections that are too old or have been idle for so long. */
    void evict(TimeValue idle) {
        pool.closeExpired();
        pool.closeIdle(idle);
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            Object state,
            Timeout timeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        if (guard != null && !guard.permits(route)) {
            callback.failed(new RefusedAddressException(route.getTargetHost().getHostName()));
            return new BasicFuture<>(null);
        }
        return pool.lease(id, route, state, timeout, callback);
    }

    @Override
    public void release(AsyncConnectionEndpoint endpoint, Object state, TimeValue keepAlive) {
        pool.release(endpoint, state, keepAlive);
    }

    /**
     * Does not connect for an exchange that has had its connection. The HTTP client asks for that when the connection
     * is closed right before the request is written, and then skips what belongs to a new one: behind a proxy it would
     * write the request, key included, to the proxy itself instead of into a tunnel.
     */
    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        if (context instanceof ConnectionListener listener && listener.isConnected()) {
            callback.failed(new ConnectionClosedException("The connection was closed before the request was sent"));
            return new BasicFuture<>(null);
        }
        Connecting connecting = new Connecting(initiator, guard, callback);
        if (context instanceof ConnectionListener listener) {
            listener.connecting(connecting);
        }
        try {
            worker.execute(() -> begin(connecting, endpoint, timeout, attachment, context));
        } catch (RejectedExecutionException e) {
            connecting.failed(e);
        }
        return connecting;
    }

    private void begin(
            Connecting connecting,
            AsyncConnectionEndpoint endpoint,
            Timeout timeout,
            Object attachment,
            HttpContext context) {
        if (connecting.isDone()) {
            return;
        }
        try {
            connecting.attempt(pool.connect(endpoint, connecting, timeout, attachment, context, connecting.outcome()));
        } catch (RuntimeException e) {
            connecting.failed(e);
        }
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, Object attachment, HttpContext context) {
        pool.upgrade(endpoint, attachment, context);
    }

    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        pool.upgrade(endpoint, attachment, context, callback);
    }

    @Override
    public void close(CloseMode mode) {
        pool.close(mode);
    }

    @Override
    public void close() {
        pool.close();
    }
}
