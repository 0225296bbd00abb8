package ai.fastrouter.camel.job.store;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which nodes live, as one of them sees it. A node is dead when its sign of life has not changed for the timeout by this node's
 * own clock, so the clocks of different machines need not agree. Only time in which this node could look counts: while the repository
 * is away, nobody can give a sign of life. Which node a job belongs to follows from its key and the living nodes alone: all that
 * see the same nodes say the same. Not thread-safe.
 */
final class Liveness {

    private record Seen(Heartbeat beat, long at) {}

    private final String self;
    private final long timeout;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private final TreeSet<String> takers = new TreeSet<>();
    private final long blindAfter;
    private long lastLook;

    /** @param clock never goes back */
    Liveness(String self, Duration timeout, Clock clock) {
        this.self = self;
        this.timeout = timeout.toMillis();
        this.blindAfter = this.timeout * 2 / 3; // two signs of life
        this.clock = clock;
        this.lastLook = clock.millis();
    }

    /**
     * Takes over what the repository has.
     *
     * @param beats    by node; this node may be among them
     * @param lookedAt when the reading of them began
     */
    void update(Map<String, Heartbeat> beats, long lookedAt) {
        long now = clock.millis();
        long gap = lookedAt - lastLook;
        long unseen = gap > blindAfter ? gap : 0;
        lastLook = lookedAt;
        seen.keySet().retainAll(beats.keySet());
        beats.forEach((node, beat) -> {
            Seen before = seen.get(node);
            boolean changed = before == null || !before.beat().equals(beat);
            seen.put(node, changed ? new Seen(beat, now) : new Seen(beat, before.at() + unseen));
        });
        takers.clear();
        seen.forEach((node, last) -> {
            if (last.beat().active() && !isDead(node)) {
                takers.add(node);
            }
        });
    }

    /**
     * Whether a node that was in the last update had been silent for too long by then. One that was not in it is not known. While
     * this node can't look, nobody is dead: what was true at its last look may have changed.
     */
    boolean isDead(String node) {
        Seen last = seen.get(node);
        return !node.equals(self)
                && last != null
                && lastLook - last.at() >= timeout
                && clock.millis() - lastLook <= blindAfter;
    }

    boolean isKnown(String node) {
        return seen.containsKey(node);
    }

    /** Whether the job with this key is this node's to ask for: of all active nodes, its name goes best with the key. */
    boolean isMine(String key) {
        if (!takers.contains(self)) {
            return false;
        }
        long mine = weight(self, key);
        for (String other : takers) {
            long weight = weight(other, key);
            if (weight > mine || weight == mine && other.compareTo(self) > 0) {
                return false;
            }
        }
        return true;
    }

    /** A number that looks random, but is the same everywhere. */
    private static long weight(String node, String key) {
        long mixed = node.hashCode() * 0x9E3779B97F4A7C15L + key.hashCode();
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
