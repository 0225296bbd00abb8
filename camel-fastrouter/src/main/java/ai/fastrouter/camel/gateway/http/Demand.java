package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * What a receiver is ready to take, passed on to the connection only when that has read all it was allowed to. A
 * connection reads a buffer at a time, which may be more than that; it gets nothing further until the receiver has asked
 * for what it was given. Counted in decoded bytes. Thread-safe.
 */
final class Demand implements BodyFlow {

    /** What is read at once of an encoded body, which may become a thousand times as long. */
    private static final int ENCODED_STEP = 8192;

    private final CallClock clock;
    private int step = UNLIMITED;
    private int asked;
    private CapacityChannel starved;
    private long allowed;
    private long received;

    Demand(CallClock clock) {
        this.clock = clock;
    }

    @Override
    public void request(int bytes) {
        CapacityChannel channel;
        int granted;
        synchronized (this) {
            if (bytes <= 0) {
                return;
            }
            if (allowed <= received) {
                clock.progress();
            }
            allowed = bytes == UNLIMITED ? Long.MAX_VALUE : sum(allowed, bytes);
            asked = bytes > UNLIMITED - asked ? UNLIMITED : asked + bytes;
            if (starved == null || allowed <= received) {
                return;
            }
            channel = starved;
            starved = null;
            granted = take();
        }
        try {
            channel.update(granted);
        } catch (IOException e) {
            // the connection is gone, which its own thread reports
        }
    }

    /** The connection has read all it was allowed to. */
    void exhausted(CapacityChannel channel) throws IOException {
        int granted;
        synchronized (this) {
            if (allowed <= received) {
                starved = channel;
                return;
            }
            granted = take();
        }
        channel.update(granted);
    }

    /** The body is encoded: it may grow on its way to the receiver. */
    synchronized void encoded() {
        step = ENCODED_STEP;
    }

    /** The receiver, with what it is given counted. */
    BodyReceiver counting(BodyReceiver receiver) {
        return new BodyReceiver() {
            @Override
            public void onData(ByteBuffer data) throws FastRouterException {
                received(data.remaining());
                receiver.onData(data);
            }

            @Override
            public void onEnd() {
                receiver.onEnd();
            }
        };
    }

    private synchronized void received(int bytes) {
        received += bytes;
    }

    /** Whether the receiver waits for bytes, as opposed to having asked for none. */
    synchronized boolean isOpen() {
        return allowed > received;
    }

    private int take() {
        boolean unlimited = allowed == Long.MAX_VALUE;
        // of an encoded body the connection may have read enough for nothing yet
        int granted = unlimited ? UNLIMITED : Math.max(1, Math.min(asked, step));
        asked = unlimited ? UNLIMITED : Math.max(0, asked - granted);
        return granted;
    }

    private static long sum(long a, int b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
