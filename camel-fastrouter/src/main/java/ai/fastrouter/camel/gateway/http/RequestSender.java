package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.http.request.BodyReading;
import ai.fastrouter.camel.gateway.http.request.BodySender;
import ai.fastrouter.camel.gateway.http.request.UnreadableBodyException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sends a call's request: its head, then its body as fast as the socket takes it. Can be told to begin again.
 *
 * <p>The I/O thread may hang in a read of a file, so nobody waits for it: what is to be released while it writes, it
 * releases itself when it comes out.
 */
final class RequestSender implements AsyncRequestProducer, EntityDetails {

    private final HttpCall call;
    private final HttpRequest head;
    private final RequestBody body;
    private final BodyReading reading;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean released;
    private BodySender sender;
    private boolean stopped;

    RequestSender(HttpCall call, HttpRequest head, BodyReading reading) {
        this.call = call;
        this.head = head;
        this.body = call.request().body();
        this.reading = reading;
        call.sentBy(this);
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        channel.sendRequest(head, body == null ? null : this, context);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        UnreadableBodyException unreadable = null;
        writing.lock();
        try {
            if (!stopped && !call.hasEnded()) {
                send(channel);
            }
        } catch (UnreadableBodyException e) {
            stopped = true;
            unreadable = e;
        } catch (IOException e) {
            // a server that refuses an upload answers and hangs up: its answer may be there to be read all the same
            stopped = true;
            call.clock().sendingFailed();
        } finally {
            writing.unlock();
        }
        release();
        if (unreadable != null) {
            call.fail(Failures.unreadableBody(call, unreadable));
        }
    }

    private void send(DataStreamChannel channel) throws IOException {
        if (sender == null) {
            sender = new BodySender(body, reading);
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
    public int available() {
        writing.lock();
        try {
            return !stopped && (sender == null || sender.isReady()) ? 1 : 0;
        } finally {
            writing.unlock();
            release();
        }
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
    public void releaseResources() {
        released = true;
        release();
    }

    /** Does what is asked for, unless a thread is writing, which comes by here afterwards. */
    private void release() {
        while (released && writing.tryLock()) {
            try {
                released = false;
                if (sender != null) {
                    sender.close();
                    sender = null;
                }
                stopped = false;
            } finally {
                writing.unlock();
            }
        }
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
