package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.http.response.BrokenEncodingException;
import ai.fastrouter.camel.gateway.http.response.Decoder;
import ai.fastrouter.camel.gateway.http.response.HttpHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Hands a response on to the call's handler, on the I/O thread. Nothing the handler throws gets past it. */
final class ResponseReader implements AsyncResponseConsumer<Void> {

    private final HttpCall call;
    private final Demand demand;
    private FutureCallback<Void> done;
    private volatile BodyReceiver receiver;
    private volatile boolean whole;
    private String encoding;
    private volatile Decoder decoder;
    private volatile HttpHead head;

    ResponseReader(HttpCall call) {
        this.call = call;
        this.demand = new Demand(call.clock());
        call.readBy(this);
    }

    /** The head; null before it arrived. */
    HttpHead head() {
        return head;
    }

    /** Whether the response stands still because its receiver has asked for nothing. */
    boolean isPaused() {
        return head != null && !demand.isOpen();
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> result)
            throws IOException {
        done = result;
        if (call.clock().step() == CallClock.Step.CONNECTING) {
            // the answer to CONNECT: the request itself is not sent yet
            call.fail(Failures.proxyRefused(call, response.getCode()));
        }
        enter();
        call.clock().enter(CallClock.Step.RECEIVING);
        try {
            begin(response, entity);
        } catch (BrokenEncodingException e) {
            call.fail(Failures.brokenEncoding(call, encoding, e));
        } catch (Throwable e) {
            call.fail(Failures.inHandler(call, e));
        } finally {
            call.exit();
        }
        if (entity == null) {
            whole();
        }
    }

    /** Closes the connection of a call that has ended, should that not have happened yet. */
    private void enter() throws IOException {
        if (!call.enter()) {
            throw new IOException("The call has ended");
        }
    }

    private void begin(HttpResponse response, EntityDetails entity) throws BrokenEncodingException {
        encoding = entity == null ? null : entity.getContentEncoding();
        long length = entity == null ? 0 : encoding == null ? Math.max(-1, entity.getContentLength()) : -1;
        head = new HttpHead(response, length);
        decoder = Decoder.of(encoding);
        if (decoder != null) {
            demand.encoded();
        }
        receiver = demand.counting(call.handler().onHead(head, demand));
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing about the outcome
    }

    @Override
    public void consume(ByteBuffer data) throws IOException {
        enter();
        call.clock().progress();
        try {
            if (decoder == null) {
                receiver.onData(data);
            } else {
                decoder.decode(data, receiver);
            }
        } catch (BrokenEncodingException e) {
            call.fail(Failures.brokenEncoding(call, encoding, e));
        } catch (FastRouterException e) {
            call.fail(e);
        } catch (Throwable e) {
            call.fail(Failures.inHandler(call, e));
        } finally {
            call.exit();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        demand.exhausted(channel);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        try {
            if (decoder != null) {
                decoder.end();
            }
            whole();
        } catch (BrokenEncodingException e) {
            call.fail(Failures.brokenEncoding(call, encoding, e));
        }
    }

    /**
     * The response is whole. Its receiver is told when the connection is back in the pool, so that a call made there
     * and then finds it; unless the request is still being sent, which a gateway that has answered in full does not
     * need.
     */
    private void whole() {
        whole = true;
        done.completed(null);
        if (!call.isSent()) {
            call.end(receiver);
        }
    }

    @Override
    public void failed(Exception cause) {
        // reported by the exchange's callback, which also knows failures from before the response
    }

    /** The exchange is over and its connection given back. */
    @Override
    public void releaseResources() {
        if (decoder != null) {
            decoder.close();
        }
        if (whole) {
            call.end(receiver);
        }
    }
}
