package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.Nodes;
import ai.fastrouter.camel.job.store.StoredJob;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What this node holds: jobs that ended and are on their way through claim, download and route. Belongs to the timer's thread. May
 * wait for a database.
 */
final class Claims {

    private final JobStore store;
    private final Nodes nodes;
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Call> downloads = new HashMap<>();
    private final Map<String, Integer> failedDownloads = new HashMap<>();

    Claims(JobStore store, Nodes nodes) {
        this.store = store;
        this.nodes = nodes;
    }

    boolean holds(String key) {
        return busy.contains(key);
    }

    void hold(String key) {
        busy.add(key);
    }

    void drop(String key) {
        busy.remove(key);
        downloads.remove(key);
        failedDownloads.remove(key);
    }

    /** Null if the job is gone, or somebody else's. */
    StoredJob claim(String key) throws IOException {
        return store.claim(key, nodes.self(), nodes::isDead);
    }

    /** See {@link Nodes#lapses}. */
    int lapses() {
        return nodes.lapses();
    }

    /** Gives a claim back, as if it had not been. */
    void release(String key) {
        downloads.remove(key);
        store.release(key, nodes.self());
    }

    void downloading(String key, Call call) {
        downloads.put(key, call);
    }

    void downloaded(String key) {
        downloads.remove(key);
    }

    int countFailedDownload(String key) {
        return failedDownloads.merge(key, 1, Integer::sum);
    }

    /** Those that are being downloaded. */
    Map<String, Call> downloads() {
        return new HashMap<>(downloads);
    }
}
