package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.http.request.BodySender;
import ai.fastrouter.camel.gateway.http.request.DirectBuffers;
import ai.fastrouter.camel.gateway.http.request.UnreadableBodyException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Sends a call's request: its head, then its body as fast as the socket takes it. Can be told to begin again. */
final class RequestSender implements AsyncRequestProducer, EntityDetails {

    private final HttpCall call;
    private final HttpRequest head;
    private final RequestBody body;
    private final DirectBuffers buffers;
    private final Executor worker;
    private BodySender sender;
    private boolean stopped;

    RequestSender(HttpCall call, HttpRequest head, DirectBuffers buffers, Executor worker) {
        this.call = call;
        this.head = head;
        this.body = call.request().body();
        this.buffers = buffers;
        this.worker = worker;
        call.sentBy(this);
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        channel.sendRequest(head, body == null ? null : this, context);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        UnreadableBodyException unreadable = null;
        synchronized (this) {
            if (stopped || call.hasEnded()) {
                return;
            }
            try {
                send(channel);
            } catch (UnreadableBodyException e) {
                stopped = true;
                unreadable = e;
            } catch (IOException e) {
                // a server that refuses an upload answers and hangs up: its answer may be there to be read all the same
                stopped = true;
                call.clock().sendingFailed();
            }
        }
        if (unreadable != null) {
            // outside the lock, since the handler may hold its own while it cancels, which ends up in releaseResources
            call.fail(Failures.unreadableBody(call, unreadable));
        }
    }

    private void send(DataStreamChannel channel) throws IOException {
        if (sender == null) {
            sender = new BodySender(body, buffers, worker);
            call.clock().sending();
        }
        if (sender.write(channel) > 0) {
            call.clock().progress();
        }
        if (sender.isDone()) {
            stopped = true;
            channel.endStream();
            call.clock().sent();
        }
    }

    @Override
    public synchronized int available() {
        return !stopped && (sender == null || sender.isReady()) ? 1 : 0;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    /** Also called before the body is sent again, for example to a proxy that asked for a password. */
    @Override
    public synchronized void releaseResources() {
        if (sender != null) {
            sender.close();
            sender = null;
        }
        stopped = false;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public String getContentType() {
        return body.contentType();
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
