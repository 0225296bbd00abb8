package ai.fastrouter.camel.job.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.OptimisticLockingAggregationRepository;

/**
 * Keeps jobs in memory, up to a bound, so that jobs nobody collects can't fill the heap. A place is taken before a job is
 * submitted: what is billed is never turned away. Keeps what is in an exchange rather than the exchange, which takes several times
 * as much. Thread-safe.
 */
public final class MemoryJobRepository implements OptimisticLockingAggregationRepository {

    private final int most;
    private final AtomicInteger places = new AtomicInteger();
    private final Map<String, MemoryRow> rows = new ConcurrentHashMap<>();

    /** @param most how many jobs it keeps at most */
    public MemoryJobRepository(int most) {
        this.most = most;
    }

    /** Takes a place for a job that is about to be submitted; false if there is none left. */
    public boolean takePlace() {
        if (places.incrementAndGet() <= most) {
            return true;
        }
        places.decrementAndGet();
        return false;
    }

    /** Gives the place of a job back that did not come about. */
    public void leavePlace() {
        places.decrementAndGet();
    }

    /** How many jobs it keeps at most. */
    public int most() {
        return most;
    }

    /** The jobs in it, those of all gateways. */
    public List<StoredJob> jobs(CamelContext camelContext) {
        List<StoredJob> jobs = new ArrayList<>();
        for (String key : rows.keySet()) {
            Exchange row = get(camelContext, key);
            try {
                if (row != null && JobRow.isJob(row)) {
                    jobs.add(JobRow.read(key, row));
                }
            } catch (IOException e) {
                // not written by us: not ours to show
            }
        }
        return jobs;
    }

    /** Takes a job out that nobody delivers; false if there is none. */
    public boolean drop(CamelContext camelContext, String key) {
        Exchange row = get(camelContext, key);
        if (row == null || !JobRow.isJob(row) || JobRow.owner(row) != null) {
            return false;
        }
        try {
            remove(camelContext, key, row);
            return true;
        } catch (OptimisticLockingException e) {
            return false; // somebody has taken it meanwhile
        }
    }

    @Override
    public Exchange add(CamelContext camelContext, String key, Exchange oldExchange, Exchange newExchange) {
        if (oldExchange == null) {
            if (rows.putIfAbsent(key, MemoryRow.of(newExchange, 1)) != null) {
                throw new OptimisticLockingException();
            }
            return null;
        }
        long version = MemoryRow.version(oldExchange);
        MemoryRow old = current(key, version);
        if (!rows.replace(key, old, MemoryRow.of(newExchange, version + 1))) {
            throw new OptimisticLockingException();
        }
        return oldExchange;
    }

    @Override
    public Exchange add(CamelContext camelContext, String key, Exchange exchange) {
        Exchange old = get(camelContext, key);
        return add(camelContext, key, old, exchange);
    }

    @Override
    public Exchange get(CamelContext camelContext, String key) {
        MemoryRow row = rows.get(key);
        return row == null ? null : row.toExchange(camelContext);
    }

    @Override
    public void remove(CamelContext camelContext, String key, Exchange exchange) {
        if (!rows.remove(key, current(key, MemoryRow.version(exchange)))) {
            throw new OptimisticLockingException();
        }
        if (!NodeRow.isKey(key)) {
            leavePlace();
        }
    }

    private MemoryRow current(String key, long version) {
        MemoryRow row = rows.get(key);
        if (row == null || row.version() != version) {
            throw new OptimisticLockingException();
        }
        return row;
    }

    @Override
    public void confirm(CamelContext camelContext, String exchangeId) {
        // what is removed is gone
    }

    @Override
    public Set<String> getKeys() {
        return Set.copyOf(rows.keySet());
    }
}
