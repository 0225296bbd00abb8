package ai.fastrouter.camel.exchange.spool;

import ai.fastrouter.camel.exchange.lifetime.ExchangeLease;
import java.util.List;
import org.apache.camel.Exchange;

/** What several readers of the same audio share: the spools, and who still needs them. Thread-safe. */
final class SpoolContent {

    private final List<Spool> spools;
    private final long length;
    private final ExchangeLease lease = new ExchangeLease(this::release);
    private volatile boolean withCaller;

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

    /** A reader has closed. Where no exchange needs it that is the end. */
    void closed() {
        if (!lease.isHeld()) {
            spools.forEach(Spool::release);
        }
    }

    /** Code that has got the audio once may still have it after it was sent through other exchanges. */
    private void release(boolean toCaller) {
        withCaller |= toCaller;
        spools.forEach(withCaller ? Spool::keepForReader : Spool::release);
    }
}
