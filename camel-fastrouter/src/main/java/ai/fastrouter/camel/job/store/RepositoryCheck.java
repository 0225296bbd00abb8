package ai.fastrouter.camel.job.store;

import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Tries out whether a repository keeps what it is given, before a job that costs money depends on it. Some don't: the PostgreSQL
 * ones of camel-sql in Camel 4.18.0 to 4.18.3 take no row at all (CAMEL-24044), which looks as if the row were there already.
 */
final class RepositoryCheck {

    private RepositoryCheck() {}

    /** @throws IllegalArgumentException if it does not */
    static void of(JobStore store) {
        Rows rows = store.rows();
        String node = "check-" + UUID.randomUUID();
        String key = NodeRow.key(node);
        try {
            rows.insert(key, row(store, node, 1));
            Exchange kept = rows.get(key);
            Exchange changed = kept == null ? null : rows.replace(key, kept, row(store, node, 2));
            boolean right = changed != null
                    && NodeRow.read(changed, store.gateway()).count() == 2
                    && rows.delete(key, changed)
                    && rows.get(key) == null;
            if (!right) {
                throw refusal(store, null);
            }
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refusal(store, e);
        }
    }

    private static Exchange row(JobStore store, String node, long count) {
        return NodeRow.create(store.rows().context(), node, store.gateway(), new Heartbeat(count, false));
    }

    private static IllegalArgumentException refusal(JobStore store, RuntimeException cause) {
        return new IllegalArgumentException(
                "Option aggregationRepository can't be used: "
                        + store.repository().getClass().getName()
                        + " does not keep, change and give back what it is given."
                        + " For PostgreSQL use JdbcAggregationRepository of camel-sql",
                cause);
    }
}
