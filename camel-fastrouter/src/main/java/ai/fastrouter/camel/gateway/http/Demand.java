package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.BodyFlow;
import java.io.IOException;
import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * What a receiver is ready to take, passed on to the connection only when that has read all it was allowed to.
 * Thread-safe.
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
    /** What decoding made more, or less, of the body than came in: counted when the next bytes are asked for. */
    private long surplus;

    Demand(CallClock clock) {
        this.clock = clock;
    }

    @Override
    public void request(int bytes) {
        CapacityChannel channel;
        int granted;
        synchronized (this) {
            int wanted = bytes == UNLIMITED ? UNLIMITED : withoutSurplus(bytes);
            if (wanted <= 0) {
                return;
            }
            if (allowed <= received) {
                clock.progress();
            }
            allowed = wanted == UNLIMITED ? Long.MAX_VALUE : sum(allowed, wanted);
            asked = wanted > UNLIMITED - asked ? UNLIMITED : asked + wanted;
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

    /** The body is encoded: what is asked for is meant decoded. */
    synchronized void encoded() {
        step = ENCODED_STEP;
    }

    /** So many more bytes were made of what came in, or fewer if negative. The receiver asks for as many as it got. */
    synchronized void expanded(long bytes) {
        surplus += bytes;
        if (surplus > 0 && allowed != Long.MAX_VALUE) {
            int spared = (int) Math.min(surplus, asked);
            asked -= spared;
            allowed -= spared;
            surplus -= spared;
        }
    }

    private int withoutSurplus(int bytes) {
        long wanted = bytes - surplus;
        surplus = Math.max(0, -wanted);
        return (int) Math.max(0, Math.min(wanted, UNLIMITED - 1));
    }

    /** Whether the receiver waits for bytes, as opposed to having asked for none. */
    synchronized boolean isOpen() {
        return allowed > received;
    }

    private int take() {
        boolean unlimited = allowed == Long.MAX_VALUE;
        int granted = unlimited ? asked : Math.min(asked, step);
        asked = unlimited ? UNLIMITED : asked - granted;
        return granted;
    }

    private static long sum(long a, int b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
