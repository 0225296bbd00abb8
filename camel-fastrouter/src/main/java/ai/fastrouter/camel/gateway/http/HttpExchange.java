package ai.fastrouter.camel.gateway.http;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;

/** One run of a call through the HTTP client: knows its call, so that the connection's steps can be told to it. */
final class HttpExchange extends HttpClientContext implements FutureCallback<Void> {

    private final HttpCall call;

    HttpExchange(HttpCall call) {
        this.call = call;
    }

    HttpCall call() {
        return call;
    }

    @Override
    public void completed(Void nothing) {
        // the reader has told the handler
    }

    @Override
    public void failed(Exception cause) {
        if (!call.hasEnded()) {
            call.fail(Failures.ofExchange(call, cause));
        }
    }

    @Override
    public void cancelled() {
        failed(new java.util.concurrent.CancellationException("cancelled"));
    }
}
