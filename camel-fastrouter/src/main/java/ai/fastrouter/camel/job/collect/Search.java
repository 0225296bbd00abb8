package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.job.poll.JobListener;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.Nodes;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the jobs in the repository that are this node's to ask for, and has them asked for. Belongs to the timer's thread, but for
 * {@link #asked()}. May wait for a database.
 */
final class Search {

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int AT_ONCE = 100;

    private final JobStore store;
    private final Nodes nodes;
    private final Claims claims;
    private final JobPoller poller;
    private final JobTimer timer;
    private final Clock clock;
    private final JobListener listener;
    private final Collector collector;
    private final Map<String, JobTicket> asked = new ConcurrentHashMap<>();
    private final Set<String> foreign = new HashSet<>();
    private final Deque<String> found = new ArrayDeque<>();
    private int ofOthers;
    private boolean told;

    Search(
            JobStore store,
            Nodes nodes,
            Claims claims,
            JobPoller poller,
            JobTimer timer,
            Clock clock,
            Collector collector) {
        this.store = store;
        this.nodes = nodes;
        this.claims = claims;
        this.poller = poller;
        this.timer = timer;
        this.clock = clock;
        this.listener = collector;
        this.collector = collector;
    }

    /** The jobs that are being asked for. From any thread. */
    Collection<JobTicket> asked() {
        return asked.values();
    }

    /** Looks for jobs that are new, and for those that are gone. */
    void scan() {
        Set<String> keys = store.keys();
        foreign.retainAll(keys);
        asked.forEach((key, ticket) -> {
            if (!keys.contains(key)) {
                forget(key, ticket);
            }
        });
        found.clear();
        for (String key : keys) {
            if (isWanted(key)) {
                found.add(key);
            }
        }
        load();
    }

    /** Gives up the jobs that are other nodes' now. */
    void regroup() {
        asked.forEach((key, ticket) -> {
            if (!nodes.isMine(key)) {
                forget(key, ticket);
            }
        });
    }

    /** A job that was recorded in this process. */
    void offer(String key, AudioJob job) {
        if (isWanted(key)) {
            ask(key, job);
        }
    }

    /** A job is not asked for any more. */
    void ended(String key) {
        asked.remove(key);
    }

    /** Gives a job up that is asked for, and takes it out of the repository. False if it is not asked for, or somebody else's. */
    boolean drop(String key) throws IOException {
        JobTicket ticket = asked.get(key);
        if (ticket == null || claims.claim(key) == null) {
            return false;
        }
        forget(key, ticket);
        return store.finish(key, nodes.self());
    }

    private void forget(String key, JobTicket ticket) {
        asked.remove(key);
        poller.remove(ticket);
    }

    private boolean isWanted(String key) {
        return !asked.containsKey(key) && !claims.holds(key) && !foreign.contains(key) && nodes.isMine(key);
    }

    /** Reads some of what was found, then lets others have the timer. */
    private void load() {
        for (int i = 0; i < AT_ONCE && !found.isEmpty(); i++) {
            String key = found.poll();
            if (isWanted(key)) {
                load(key);
            }
        }
        if (!found.isEmpty()) {
            timer.run(this::load);
        } else if (!told) {
            told = true;
            tell();
        }
    }

    /** Once: who changes the base URL should know that jobs are left behind. */
    private void tell() {
        if (ofOthers > 0) {
            LOG.warn(
                    "{} jobs in the repository belong to another baseUrl than {}; they are left alone",
                    ofOthers,
                    store.gateway());
        }
    }

    private void load(String key) {
        try {
            StoredJob stored = store.read(key);
            if (stored == null
                    || stored.job().audioUrl() == null && stored.job().responseUrl() == null) {
                foreign.add(key);
                ofOthers += stored == null && store.isForeign(key) ? 1 : 0;
                return;
            }
            String owner = stored.owner();
            if (owner == null || owner.equals(nodes.self()) || nodes.isDead(owner)) {
                ask(key, stored.job());
            }
        } catch (IOException e) {
            foreign.add(key); // no row of ours
        }
    }

    private void ask(String key, AudioJob job) {
        long submittedAt =
                job.submittedAt() == null ? clock.millis() : job.submittedAt().toEpochMilli();
        JobTicket ticket = new JobTicket(key, job.responseUrl(), job.model(), submittedAt, listener);
        if (job.audioUrl() != null) {
            collector.end(new Ended(ticket, null, null)); // it was done at once
        } else {
            asked.put(key, ticket);
            poller.add(ticket);
        }
    }
}
