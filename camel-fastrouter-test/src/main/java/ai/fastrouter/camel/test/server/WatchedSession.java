package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.reply.Delivery;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/** A connection that notices when the client leaves while answers are still due, and that can be ended at will. */
final class WatchedSession implements IOSession {

    private final IOSession session;
    private final AtomicInteger exchanges = new AtomicInteger();
    private final SocketAddress address;
    private volatile boolean clogged;
    private volatile boolean ended;

    WatchedSession(IOSession session) {
        this.session = session;
        this.address = session.getRemoteAddress();
    }

    /** Where the client is, also when the connection has ended. */
    SocketAddress client() {
        return address;
    }

    /** Counts an exchange that is under way, or one that has ended. */
    void exchanges(int change) {
        exchanges.addAndGet(change);
    }

    /** Whether the socket has taken all that was written to it. */
    boolean drained() {
        return !clogged;
    }

    /** Whether the gateway has ended the connection, not the client. */
    boolean ended() {
        return ended;
    }

    /** Ends the connection. */
    void end(Delivery.Ending ending) {
        ended = true;
        session.close(ending == Delivery.Ending.RESET ? CloseMode.IMMEDIATE : CloseMode.GRACEFUL);
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        int n = session.read(dst);
        if (n < 0 && exchanges.get() > 0) {
            // httpcore would take this for a half-closed connection and go on with the answer; clients don't do that.
            session.close(CloseMode.GRACEFUL);
        }
        return n;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        int n = session.write(src);
        clogged = src.hasRemaining();
        return n;
    }

    @Override
    public IOEventHandler getHandler() {
        return session.getHandler();
    }

    @Override
    public void upgrade(IOEventHandler handler) {
        session.upgrade(handler);
    }

    @Override
    public Lock getLock() {
        return session.getLock();
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        session.enqueue(command, priority);
    }

    @Override
    public boolean hasCommands() {
        return session.hasCommands();
    }

    @Override
    public Command poll() {
        return session.poll();
    }

    @Override
    public ByteChannel channel() {
        return session.channel();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return session.getLocalAddress();
    }

    @Override
    public int getEventMask() {
        return session.getEventMask();
    }

    @Override
    public void setEventMask(int ops) {
        session.setEventMask(ops);
    }

    @Override
    public void setEvent(int op) {
        session.setEvent(op);
    }

    @Override
    public void clearEvent(int op) {
        session.clearEvent(op);
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(CloseMode mode) {
        session.close(mode);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public Status getStatus() {
        return session.getStatus();
    }

    @Override
    public Timeout getSocketTimeout() {
        return session.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        session.setSocketTimeout(timeout);
    }

    @Override
    public long getLastReadTime() {
        return session.getLastReadTime();
    }

    @Override
    public long getLastWriteTime() {
        return session.getLastWriteTime();
    }

    @Override
    public long getLastEventTime() {
        return session.getLastEventTime();
    }

    @Override
    public void updateReadTime() {
        session.updateReadTime();
    }

    @Override
    public void updateWriteTime() {
        session.updateWriteTime();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
