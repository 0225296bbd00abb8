package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.http.connect.ConnectionListener;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;

/** One run of a call through the HTTP client: learns how far its connection is and how it ended. */
final class HttpExchange extends HttpClientContext implements FutureCallback<Void>, ConnectionListener {

    /** How often a call may be moved to another connection; each was dead when it was taken from the pool. */
    private static final int MOVES_AT_MOST = 3;

    private final HttpGatewayClient client;
    private final HttpCall call;
    private final int moves;
    private volatile boolean connecting;
    private volatile boolean connected;
    private volatile boolean sending;

    HttpExchange(HttpGatewayClient client, HttpCall call, int moves) {
        this.client = client;
        this.call = call;
        this.moves = moves;
    }

    @Override
    public void connectionWanted() {
        connected = false;
    }

    @Override
    public void connecting(Cancellable closing) {
        connecting = true;
        call.clock().enter(CallClock.Step.CONNECTING);
        call.runningOn(closing);
    }

    @Override
    public void connected(Cancellable closing) {
        connected = true;
        call.runningOn(closing);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    /**
     * The request's first byte is about to be written. Every HTTP client tells it here, on the I/O thread; also of the
     * CONNECT to a proxy, which is part of connecting.
     */
    @Override
    public void setRequest(HttpRequest request) {
        super.setRequest(request);
        if (!Method.CONNECT.isSame(request.getMethod())) {
            sending();
        }
    }

    private void sending() {
        sending = true;
        if (call.request().body() == null) {
            call.clock().sent();
        } else {
            call.clock().sending();
        }
    }

    @Override
    public void completed(Void nothing) {
        // the reader has told the handler
    }

    /**
     * A connection from the pool that broke before a byte was written is replaced: the gateway can't have seen the
     * request. Any other failure is the route's to repeat.
     */
    @Override
    public void failed(Exception cause) {
        if (call.hasEnded()) {
            return;
        }
        if (!connecting && !sending && moves < MOVES_AT_MOST && client.canMove(cause)) {
            client.execute(call, moves + 1);
        } else {
            call.fail(Failures.ofExchange(call, cause));
        }
    }

    @Override
    public void cancelled() {
        failed(new CancellationException("cancelled"));
    }
}
