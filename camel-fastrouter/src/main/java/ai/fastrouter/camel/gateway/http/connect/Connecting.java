package ai.fastrouter.camel.gateway.http.connect;

import java.net.SocketAddress;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.BasicFuture;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection being made. Giving it up closes its socket whatever it is at, also in the middle of a TLS handshake,
 * which the HTTP client itself would wait out. Asks for each address whether it is allowed.
 */
final class Connecting extends BasicFuture<AsyncConnectionEndpoint> implements ConnectionInitiator {

    private final ConnectionInitiator initiator;
    private final AddressGuard guard;
    private IOSession session;
    private Future<AsyncConnectionEndpoint> attempt;
    private boolean givenUp;

    /**
     * @param guard null to allow all addresses
     */
    Connecting(ConnectionInitiator initiator, AddressGuard guard, FutureCallback<AsyncConnectionEndpoint> callback) {
        super(callback);
        this.initiator = initiator;
        this.guard = guard;
    }

    @Override
    public Future<IOSession> connect(
            NamedEndpoint host,
            SocketAddress remote,
            SocketAddress local,
            Timeout timeout,
            Object attachment,
            FutureCallback<IOSession> callback) {
        if (guard != null && !guard.permits(host, remote)) {
            callback.failed(new RefusedAddressException(host.getHostName()));
            return new BasicFuture<>(null);
        }
        return initiator.connect(host, remote, local, timeout, attachment, new CallbackContribution<>(callback) {
            @Override
            public void completed(IOSession newSession) {
                opened(newSession);
                QuietHttp2.on(newSession);
                callback.completed(newSession);
            }
        });
    }

    private void opened(IOSession newSession) {
        synchronized (this) {
            session = newSession;
            if (!givenUp) {
                return;
            }
        }
        newSession.close(CloseMode.IMMEDIATE);
    }

    /** Receives the attempt's outcome. */
    FutureCallback<AsyncConnectionEndpoint> outcome() {
        return new FutureCallback<>() {
            @Override
            public void completed(AsyncConnectionEndpoint endpoint) {
                Connecting.this.completed(endpoint);
            }

            @Override
            public void failed(Exception cause) {
                Connecting.this.failed(cause);
            }

            @Override
            public void cancelled() {
                Connecting.this.cancel();
            }
        };
    }

    /** Tells what is given up along with this. */
    void attempt(Future<AsyncConnectionEndpoint> newAttempt) {
        synchronized (this) {
            attempt = newAttempt;
            if (!givenUp) {
                return;
            }
        }
        newAttempt.cancel(true);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        if (cancelled) {
            IOSession opened;
            Future<AsyncConnectionEndpoint> begun;
            synchronized (this) {
                givenUp = true;
                opened = session;
                begun = attempt;
            }
            if (opened != null) {
                opened.close(CloseMode.IMMEDIATE);
            }
            if (begun != null) {
                begun.cancel(true);
            }
        }
        return cancelled;
    }
}
