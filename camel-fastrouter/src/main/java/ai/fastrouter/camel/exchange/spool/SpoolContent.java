package ai.fastrouter.camel.exchange.spool;

import ai.fastrouter.camel.exchange.lifetime.ExchangeLease;
import java.util.List;
import org.apache.camel.Exchange;

/** What several readers of the same audio share: the spools, and who still needs them. Thread-safe. */
final class SpoolContent {

    private final List<Spool> spools;
    private final long length;
    private final ExchangeLease lease = new ExchangeLease(this::release);
    private volatile boolean released;

    SpoolContent(List<Spool> spools) {
        this.spools = List.copyOf(spools);
        this.length = spools.stream().mapToLong(Spool::length).sum();
    }

    List<Spool> spools() {
        return spools;
    }

    long length() {
        return length;
    }

    boolean inMemory() {
        return spools.stream().allMatch(Spool::inMemory);
    }

    void hold(Exchange exchange) {
        lease.hold(exchange);
    }

    /** A reader has closed. After the exchange that is the end. */
    void closed() {
        if (released) {
            spools.forEach(Spool::release);
        }
    }

    private void release(boolean toCaller) {
        released = true;
        spools.forEach(toCaller ? Spool::keepForReader : Spool::release);
    }
}
