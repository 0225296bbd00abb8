package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyReceiver;
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
    private BodyReceiver receiver;
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
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> result) {
        done = result;
        if (!call.enter()) {
            return;
        }
        call.clock().enter(CallClock.Step.RECEIVING);
        try {
            head = new HttpHead(response, entity == null ? 0 : entity.getContentLength());
            receiver = call.handler().onHead(head, demand);
        } catch (Throwable e) {
            call.fail(Failures.inHandler(call, e));
        } finally {
            call.exit();
        }
        if (entity == null) {
            end();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing about the outcome
    }

    @Override
    public void consume(ByteBuffer data) {
        if (!call.enter()) {
            return;
        }
        call.clock().progress();
        demand.received(data.remaining());
        try {
            receiver.onData(data);
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
        end();
    }

    private void end() {
        call.end(receiver);
        done.completed(null);
    }

    @Override
    public void failed(Exception cause) {
        // reported by the exchange's callback, which also knows failures from before the response
    }

    @Override
    public void releaseResources() {
        // holds none
    }
}
