package ai.fastrouter.camel.job.store;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which nodes live, as one of them sees it. A node is dead when its sign of life has not changed for the timeout by this node's
 * own clock, so the clocks of different machines need not agree. Which node a job belongs to follows from its key and the living
 * nodes alone: all that see the same nodes say the same. Not thread-safe.
 */
final class Liveness {

    private record Seen(Heartbeat beat, long at) {}

    private final String self;
    private final long timeout;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private final TreeSet<String> takers = new TreeSet<>();

    /** @param clock never goes back */
    Liveness(String self, Duration timeout, Clock clock) {
        this.self = self;
        this.timeout = timeout.toMillis();
        this.clock = clock;
    }

    /**
     * Takes over what the repository has now.
     *
     * @param beats by node; this node may be among them
     */
    void update(Map<String, Heartbeat> beats) {
        long now = clock.millis();
        seen.keySet().retainAll(beats.keySet());
        beats.forEach((node, beat) -> {
            Seen before = seen.get(node);
            if (before == null || !before.beat().equals(beat)) {
                seen.put(node, new Seen(beat, now));
            }
        });
        takers.clear();
        seen.forEach((node, last) -> {
            if (last.beat().active() && !isDead(node)) {
                takers.add(node);
            }
        });
    }

    /** Whether a node that was in the last update has been silent for too long. One that was not in it is not known. */
    boolean isDead(String node) {
        Seen last = seen.get(node);
        return !node.equals(self) && last != null && clock.millis() - last.at() >= timeout;
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
