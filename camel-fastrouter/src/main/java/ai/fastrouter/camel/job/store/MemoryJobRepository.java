package ai.fastrouter.camel.job.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.OptimisticLockingAggregationRepository;

/**
 * Keeps jobs in memory, up to a bound, so that jobs nobody collects can't fill the heap. A place is taken before a job is
 * submitted: what is billed is never turned away. Thread-safe.
 */
public final class MemoryJobRepository implements OptimisticLockingAggregationRepository {

    private final int most;
    private final AtomicInteger places = new AtomicInteger();
    private final Map<String, Exchange> rows = new ConcurrentHashMap<>();

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

    @Override
    public Exchange add(CamelContext camelContext, String key, Exchange oldExchange, Exchange newExchange) {
        boolean done = oldExchange == null
                ? rows.putIfAbsent(key, newExchange) == null
                : rows.replace(key, oldExchange, newExchange);
        if (!done) {
            throw new OptimisticLockingException();
        }
        return oldExchange;
    }

    @Override
    public Exchange add(CamelContext camelContext, String key, Exchange exchange) {
        return rows.put(key, exchange);
    }

    @Override
    public Exchange get(CamelContext camelContext, String key) {
        return rows.get(key);
    }

    @Override
    public void remove(CamelContext camelContext, String key, Exchange exchange) {
        if (!rows.remove(key, exchange)) {
            throw new OptimisticLockingException();
        }
        if (!NodeRow.isKey(key)) {
            leavePlace();
        }
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
