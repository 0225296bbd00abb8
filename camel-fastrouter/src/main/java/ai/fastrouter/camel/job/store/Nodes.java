package ai.fastrouter.camel.job.store;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that share a repository, of which this is one: each keeps a row there, which it changes every third of the timeout.
 * Where the repository can't be shared, this node is the only one. Belongs to one thread, but for {@link
 * #isFresh} and {@link #lapses}. May wait for a database.
 */
public final class Nodes {

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    private final JobStore store;
    private final Rows rows;
    private final String self;
    private final Duration timeout;
    private final Clock clock;
    private final Liveness liveness;
    private long count;
    private boolean active = true;
    private volatile long lastBeat;
    private volatile int lapses;

    /**
     * @param self    the name of this node; never used before, by any node
     * @param timeout how long a node may be silent
     * @param clock   never goes back
     */
    public Nodes(JobStore store, String self, Duration timeout, Clock clock) {
        this.store = store;
        this.rows = store.rows();
        this.self = self;
        this.timeout = timeout;
        this.clock = clock;
        this.liveness = new Liveness(self, timeout, clock);
    }

    /** The name of this node. */
    public String self() {
        return self;
    }

    /** How often {@link #beat} should be called, in milliseconds. */
    public long beatInterval() {
        return Math.max(1, timeout.toMillis() / 3);
    }

    /** Whether this node takes jobs; known to the others from the next {@link #beat} on. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** Gives a sign of life and looks for those of the others. Those that are dead are cleared away. */
    public void beat() {
        long now = clock.millis();
        String key = NodeRow.key(self);
        Heartbeat beat = new Heartbeat(++count, active);
        Exchange row = NodeRow.create(rows.context(), self, store.gateway(), beat);
        Exchange old = rows.get(key);
        boolean written = old == null ? rows.insert(key, row) : rows.replace(key, old, row) != null;
        if (written) {
            if (count > 1 && (old == null || !isFresh())) {
                lapses++;
            }
            lastBeat = now;
        }
        look();
    }

    private void look() {
        long lookedAt = clock.millis();
        Map<String, Heartbeat> beats = new HashMap<>();
        for (String key : rows.keys()) {
            Exchange row = NodeRow.isKey(key) ? rows.get(key) : null;
            Heartbeat beat = row == null ? null : NodeRow.read(row, store.gateway());
            if (beat != null) {
                beats.put(NodeRow.node(key), beat);
            }
        }
        liveness.update(beats, lookedAt);
        for (String node : beats.keySet()) {
            if (liveness.isDead(node)) {
                clearAway(node);
            }
        }
    }

    /**
     * Whether this node gave its last sign of life so lately that no other can hold it for dead. From any thread, does not wait.
     */
    public boolean isFresh() {
        return !rows.isLocking() || clock.millis() - lastBeat < timeout.toMillis() * 3 / 4;
    }

    /**
     * How often this node came back after others may have held it for dead. What it claimed before then may be theirs now. From
     * any thread, does not wait.
     */
    public int lapses() {
        return lapses;
    }

    /** Whether a job is this node's to ask for. */
    public boolean isMine(String key) {
        return rows.isLocking() ? liveness.isMine(key) : active;
    }

    /**
     * Whether what another node holds may be taken. A node without a row has stopped, or was cleared away; its row is looked for
     * now, since it may have come after the last {@link #beat}.
     */
    public boolean isDead(String node) {
        return liveness.isKnown(node) ? liveness.isDead(node) : rows.get(NodeRow.key(node)) == null;
    }

    /** Takes this node's row away: others take what it still holds at once. */
    public void leave() {
        remove(self);
    }

    private void clearAway(String node) {
        try {
            remove(node);
        } catch (RuntimeException e) {
            // another node clears it away at the same moment; if it was not that, it is tried again at the next sign of
            // life
            LOG.debug("A node that died could not be cleared away", e);
        }
    }

    private void remove(String node) {
        Exchange row = rows.get(NodeRow.key(node));
        if (row != null) {
            rows.delete(NodeRow.key(node), row);
        }
    }
}
