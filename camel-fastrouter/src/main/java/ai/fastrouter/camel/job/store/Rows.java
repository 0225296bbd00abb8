package ai.fastrouter.camel.job.store;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.spi.OptimisticLockingAggregationRepository;
import org.apache.camel.spi.OptimisticLockingAggregationRepository.OptimisticLockingException;
import org.apache.camel.spi.RecoverableAggregationRepository;

/**
 * The repository as a table of exchanges, each changed only by who has seen its latest state. May wait for a database. What the
 * repository throws otherwise goes to the caller. Thread-safe as far as the repository is.
 */
final class Rows {

    /** Where the JDBC repositories of camel-sql keep a row's version; others use it too, or have none. */
    static final String VERSION = "CamelOptimisticLockVersion";

    private final CamelContext context;
    private final AggregationRepository repository;
    private volatile OptimisticLockingAggregationRepository locking;

    Rows(CamelContext context, AggregationRepository repository) {
        this.context = context;
        this.repository = repository;
        this.locking = repository instanceof OptimisticLockingAggregationRepository known ? known : null;
    }

    CamelContext context() {
        return context;
    }

    /** Whether several nodes can share it. */
    boolean isLocking() {
        return locking != null;
    }

    Set<String> keys() {
        return repository.getKeys();
    }

    /** The row, to be read only; null when there is none. */
    Exchange get(String key) {
        return repository.get(context, key);
    }

    /** Adds a row. False if there is one with its key. */
    boolean insert(String key, Exchange row) {
        return put(key, null, row);
    }

    /**
     * Replaces a row.
     *
     * @param old what {@link #get} gave
     * @return the row as it is kept now; null if somebody else has changed or deleted it since
     */
    Exchange replace(String key, Exchange old, Exchange row) {
        old.getProperties().forEach(row::setProperty); // a version, where the repository keeps one there
        if (!put(key, old, row)) {
            return null;
        }
        Exchange kept = get(key);
        if (kept != null && isResurrected(old, kept)) {
            delete(key, kept);
            return null;
        }
        return kept;
    }

    /** Deletes a row for good. False if somebody else has changed or deleted it since. */
    boolean delete(String key, Exchange row) {
        try {
            repository.remove(context, key, row);
        } catch (OptimisticLockingException e) {
            return false;
        }
        confirm(row.getExchangeId());
        // the JDBC repositories don't tell whether they deleted anything: a row that has been changed since stays
        return !(repository instanceof RecoverableAggregationRepository) || get(key) == null;
    }

    /** The ids of rows that were removed but not confirmed, because their node died in between. */
    Set<String> unconfirmed() {
        return repository instanceof RecoverableAggregationRepository recoverable
                ? recoverable.scan(context)
                : Set.of();
    }

    /** A row that was removed but not confirmed; null when there is none any more. */
    Exchange unconfirmed(String id) {
        return repository instanceof RecoverableAggregationRepository recoverable
                ? recoverable.recover(context, id)
                : null;
    }

    void confirm(String id) {
        if (repository instanceof RecoverableAggregationRepository recoverable) {
            recoverable.confirmWithResult(context, id);
        } else {
            repository.confirm(context, id);
        }
    }

    private boolean put(String key, Exchange old, Exchange row) {
        OptimisticLockingAggregationRepository lock = locking;
        if (lock != null) {
            try {
                lock.add(context, key, old, row);
                return true;
            } catch (OptimisticLockingException e) {
                return false;
            } catch (UnsupportedOperationException e) {
                locking = null; // it could, but is not configured to
            }
        }
        repository.add(context, key, row);
        return true;
    }

    /**
     * The JDBC repositories insert a row anew when it was deleted since it was read: its version then begins at the beginning.
     */
    private static boolean isResurrected(Exchange old, Exchange kept) {
        return old.getProperty(VERSION) instanceof Number before
                && kept.getProperty(VERSION) instanceof Number after
                && after.longValue() <= before.longValue();
    }
}
