package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.BodyFlow;
import java.io.IOException;
import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * What a receiver is ready to take, passed on to the connection only when that has read all it was allowed to.
 * Thread-safe.
 */
final class Demand implements BodyFlow {

    private final CallClock clock;
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
            if (starved == null) {
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
            if (asked == 0) {
                starved = channel;
                return;
            }
            granted = take();
        }
        channel.update(granted);
    }

    /** The receiver is given this many bytes. */
    synchronized void received(int bytes) {
        received += bytes;
    }

    /** Whether the receiver waits for bytes, as opposed to having asked for none. */
    synchronized boolean isOpen() {
        return allowed > received;
    }

    private int take() {
        int granted = asked;
        asked = allowed == Long.MAX_VALUE ? UNLIMITED : 0;
        return granted;
    }

    private static long sum(long a, int b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
