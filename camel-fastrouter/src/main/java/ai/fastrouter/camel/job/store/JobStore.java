package ai.fastrouter.camel.job.store;

import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.AggregationRepository;

/**
 * The pending jobs of one gateway. A job is in the repository from its submit until its exchange has completed; who hands it over
 * writes its name into it first, so that nobody else does. May wait for a database; what the repository throws goes to the caller.
 */
public final class JobStore {

    private final Rows rows;
    private final AggregationRepository repository;
    private final String gateway;
    private Set<String> seenUnconfirmed = Set.of();

    /** @param gateway the gateway's address; jobs of others are left alone */
    public JobStore(CamelContext context, AggregationRepository repository, String gateway) {
        this.rows = new Rows(context, repository);
        this.repository = repository;
        this.gateway = gateway;
    }

    Rows rows() {
        return rows;
    }

    /** Where it lives. */
    public CamelContext context() {
        return rows.context();
    }

    /** Whose jobs they are. */
    public String gateway() {
        return gateway;
    }

    /** What the jobs are kept in. */
    public AggregationRepository repository() {
        return repository;
    }

    /**
     * Tries out whether the repository keeps what it is given.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void check() {
        RepositoryCheck.of(this);
    }

    /** Takes a job in that a message made. See {@link #record(AudioJob, Map, String)}. */
    public boolean record(AudioJob job, Map<String, Object> headers) {
        return record(job, headers, null);
    }

    /**
     * Takes a job in.
     *
     * @param origin by what {@link #keyFrom} finds it; null for nothing
     * @return false if it is there already
     * @throws IllegalStateException if there is something else in its place
     */
    public boolean record(AudioJob job, Map<String, Object> headers, String origin) {
        String key = StoredJob.keyOf(job);
        if (rows.insert(key, JobRow.create(rows.context(), job, headers, gateway, origin))) {
            return true;
        }
        Exchange there = rows.get(key);
        if (there == null) {
            throw new IllegalStateException("The repository did not take the job, and says that it has it");
        }
        if (!JobRow.isJobOf(there, gateway)) {
            throw new IllegalStateException(
                    "The repository has a row with the job's key that is none of this gateway's jobs");
        }
        return false;
    }

    /** The key of a job of an origin; null if there is none. Reads all jobs. */
    public String keyFrom(String origin) {
        for (String key : keys()) {
            Exchange row = rows.get(key);
            if (row != null && JobRow.isJobOf(row, gateway) && JobRow.isFrom(row, origin)) {
                return key;
            }
        }
        return null;
    }

    /** The keys of all jobs, those of other gateways included. */
    public Set<String> keys() {
        Set<String> keys = new HashSet<>(rows.keys());
        keys.removeIf(NodeRow::isKey);
        return keys;
    }

    /** A job; null if there is none, or it is one of another gateway. */
    public StoredJob read(String key) throws IOException {
        Exchange row = rows.get(key);
        return row == null || !JobRow.isJobOf(row, gateway) ? null : JobRow.read(key, row);
    }

    /** Whether there is a job that is one of another gateway. */
    public boolean isForeign(String key) {
        Exchange row = rows.get(key);
        return row != null && JobRow.isJob(row) && !JobRow.isJobOf(row, gateway);
    }

    /**
     * Makes a node the one that hands a job over, and counts the attempt.
     *
     * @param mayTakeFrom whether a job of this other owner may be taken, because that is dead
     * @return null if the job is gone, or somebody else's
     */
    public StoredJob claim(String key, String node, Predicate<String> mayTakeFrom) throws IOException {
        Exchange row = rows.get(key);
        if (row == null || !JobRow.isJobOf(row, gateway)) {
            return null;
        }
        String owner = JobRow.owner(row);
        if (owner != null && !owner.equals(node) && !mayTakeFrom.test(owner)) {
            return null;
        }
        Exchange claimed = JobRow.owned(rows.context(), row, node, JobRow.attempts(row) + 1);
        Exchange kept = rows.replace(key, row, claimed);
        return kept == null || !node.equals(JobRow.owner(kept)) ? null : JobRow.read(key, kept);
    }

    /** Whether a node still is the one that hands the job over. */
    public boolean isOwner(String key, String node) {
        Exchange row = rows.get(key);
        return row != null && node.equals(JobRow.owner(row));
    }

    /** Gives a claim back that came to nothing: the attempt does not count. */
    public void release(String key, String node) {
        free(key, node, 1);
    }

    /** Leaves a job to others after an attempt that counts. */
    public void leave(String key, String node) {
        free(key, node, 0);
    }

    private void free(String key, String node, int uncounted) {
        Exchange row = rows.get(key);
        if (row != null && node.equals(JobRow.owner(row))) {
            int attempts = Math.max(0, JobRow.attempts(row) - uncounted);
            rows.replace(key, row, JobRow.owned(rows.context(), row, null, attempts));
        }
    }

    /**
     * Takes a job out for good.
     *
     * @return false if the node is not the one that hands it over any more
     */
    public boolean finish(String key, String node) {
        Exchange row = rows.get(key);
        return row != null && node.equals(JobRow.owner(row)) && rows.delete(key, row);
    }

    /**
     * Clears up after nodes that died between the two steps of {@link #finish}. Their jobs, and the rows of nodes that they cleared away, are done with. Called now and then, by one
     * thread; what was left behind is cleared when it is found the second time, since a living node may be between the steps.
     */
    public void clearUnconfirmed() {
        Set<String> found = new HashSet<>(rows.unconfirmed());
        for (String id : found) {
            if (seenUnconfirmed.contains(id)) {
                Exchange row = rows.unconfirmed(id);
                if (row != null && (JobRow.isJobOf(row, gateway) || NodeRow.read(row, gateway) != null)) {
                    rows.confirm(id);
                }
            }
        }
        seenUnconfirmed = found;
    }
}
