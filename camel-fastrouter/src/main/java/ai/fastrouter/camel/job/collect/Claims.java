package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.JobAnswer;
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
    private final Map<String, FetchTrouble> troubles = new HashMap<>();
    private final Map<String, JobAnswer> finished = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

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
        troubles.remove(key);
        finished.remove(key);
        failed.remove(key);
    }

    /** Null if the job is gone, or somebody else's. */
    StoredJob claim(String key) throws IOException {
        StoredJob claimed = store.claim(key, nodes.self(), nodes::isDead);
        failed.remove(key);
        return claimed;
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

    /** The route has failed with a job, which this node keeps for its next try. */
    void failed(String key) {
        failed.add(key);
    }

    /** The jobs that wait for their next try. */
    Set<String> failed() {
        return new HashSet<>(failed);
    }

    /** Leaves a job that waits for its next try to other nodes. */
    void leave(String key) {
        store.leave(key, nodes.self());
        failed.remove(key);
    }

    /** Keeps where the audio is: the gateway may forget it before the route has had it. */
    void finished(String key, JobAnswer answer) {
        finished.put(key, answer);
    }

    /** Where the audio is; null when unknown. */
    JobAnswer finished(String key) {
        return finished.get(key);
    }

    void downloading(String key, Call call) {
        downloads.put(key, call);
    }

    void downloaded(String key) {
        downloads.remove(key);
    }

    void fetched(String key) {
        downloads.remove(key);
        troubles.remove(key);
    }

    /** The failed downloads of a job. */
    FetchTrouble trouble(String key) {
        return troubles.computeIfAbsent(key, none -> new FetchTrouble());
    }

    /** Those that are being downloaded. */
    Map<String, Call> downloads() {
        return new HashMap<>(downloads);
    }
}
