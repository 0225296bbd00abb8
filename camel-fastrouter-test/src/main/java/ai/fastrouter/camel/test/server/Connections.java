package ai.fastrouter.camel.test.server;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open connections, found by their remote address. */
final class Connections implements IOSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Map<SocketAddress, WatchedSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, WatchedSession> open = new ConcurrentHashMap<>();
    private final AtomicInteger peak = new AtomicInteger();

    /** Puts a session, plain or TLS, under watch. */
    IOSession watch(IOSession session) {
        WatchedSession watched = new WatchedSession(session);
        if (watched.client() != null) {
            sessions.put(watched.client(), watched);
            open.put(session.getId(), watched);
            peak.accumulateAndGet(open.size(), Math::max);
        }
        return watched;
    }

    /** The connection from that address. */
    WatchedSession from(SocketAddress address) {
        return sessions.get(address);
    }

    int open() {
        return open.size();
    }

    int peak() {
        return peak.get();
    }

    /** Starts to count the peak anew. */
    void resetPeak() {
        peak.set(open.size());
    }

    @Override
    public void disconnected(IOSession session) {
        WatchedSession watched = open.remove(session.getId());
        if (watched != null) {
            // Only if it is this one: a new connection may come from the same port before the end of the old one is
            // told.
            sessions.remove(watched.client(), watched);
        }
    }

    @Override
    public void connected(IOSession session) {}

    @Override
    public void startTls(IOSession session) {}

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void exception(IOSession session, Exception ex) {
        LOG.debug("Connection {} failed", session.getId(), ex);
    }
}
