package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.reply.Body;
import ai.fastrouter.camel.test.reply.BodyReader;
import ai.fastrouter.camel.test.reply.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * Writes a body at the pace and to the point that its delivery asks for, one packet for each turn so that each is flushed
 * on its own. Used by one thread at a time; only the timer's wake-up comes from elsewhere.
 */
final class AnswerWriter {

    private enum State {
        FRESH,
        WRITING,
        CUT,
        OVER
    }

    private final Body body;
    private final Delivery delivery;
    private final Duration packetDelay;
    private final long declared;
    private final WatchedSession session;
    private final Timer timer;
    private final Runnable done;
    private volatile boolean waiting;
    private volatile State state = State.FRESH;
    private BodyReader reader;
    private ByteBuffer packet;
    private long written;

    AnswerWriter(
            Body body,
            Delivery delivery,
            Duration packetDelay,
            long declared,
            WatchedSession session,
            Timer timer,
            Runnable done) {
        this.body = body;
        this.delivery = delivery;
        this.packetDelay = packetDelay;
        this.declared = declared;
        this.session = session;
        this.timer = timer;
        this.done = done;
    }

    /** Whether there is something to write now. */
    boolean ready() {
        return !waiting && state != State.OVER;
    }

    /** Writes the next packet or does what is due after the last one. */
    void produce(DataStreamChannel channel) throws IOException {
        if (!ready()) {
            return;
        }
        switch (state) {
            case FRESH -> start(channel);
            case CUT -> cut(channel);
            default -> write(channel);
        }
    }

    private void start(DataStreamChannel channel) throws IOException {
        reader = delivery.gzip ? new GzipReader(body.open()) : body.open();
        state = State.WRITING;
        if (delivery.bodyDelay.isZero()) {
            write(channel);
        } else {
            pause(delivery.bodyDelay, channel);
        }
    }

    private void write(DataStreamChannel channel) throws IOException {
        if (packet == null) {
            packet = reader.next();
        }
        if (packet != null && !full()) {
            int over = delivery.cutAfter < 0 ? 0 : (int) Math.max(0, written + packet.remaining() - delivery.cutAfter);
            packet.limit(packet.limit() - over);
            written += channel.write(packet);
            boolean taken = !packet.hasRemaining();
            packet.limit(packet.limit() + over);
            if (!taken) {
                return;
            }
            packet = over > 0 ? packet : reader.next();
        }
        if (full()) {
            state = State.CUT;
            channel.requestOutput();
        } else if (packet == null) {
            end(channel);
        } else if (!packetDelay.isZero()) {
            pause(packetDelay, channel);
        }
    }

    private boolean full() {
        return delivery.cutAfter >= 0 && written >= delivery.cutAfter;
    }

    /** Comes a turn after the last byte was written, when httpcore has flushed it. */
    private void cut(DataStreamChannel channel) throws IOException {
        if (!session.drained()) {
            channel.requestOutput();
        } else if (delivery.hold) {
            waiting = true;
        } else {
            close();
            session.end(delivery.ending);
        }
    }

    private void end(DataStreamChannel channel) throws IOException {
        if (delivery.hold) {
            waiting = true;
        } else if (declared > written) {
            state = State.CUT;
            channel.requestOutput();
        } else {
            close();
            done.run();
            channel.endStream();
        }
    }

    private void pause(Duration time, DataStreamChannel channel) {
        waiting = true;
        timer.after(time, () -> {
            waiting = false;
            channel.requestOutput();
        });
    }

    /** Gives up what the body holds. */
    void close() throws IOException {
        state = State.OVER;
        if (reader != null) {
            reader.close();
        }
    }
}
