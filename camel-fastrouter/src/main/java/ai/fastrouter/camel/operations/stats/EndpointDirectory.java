package ai.fastrouter.camel.operations.stats;

import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** The endpoints of one component that are in use, and their traffic. Thread-safe. */
public final class EndpointDirectory implements CallListener {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    /** @param nanoClock for example {@link System#nanoTime()} */
    public EndpointDirectory(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** An endpoint has come. Endpoints that differ only in their secrets share their traffic. */
    public EndpointTraffic enter(EndpointFacts facts) {
        return entries.compute(
                        facts.uri(),
                        (uri, known) -> known == null
                                ? new Entry(new EndpointTraffic(facts, nanoClock), 1)
                                : new Entry(known.traffic, known.users + 1))
                .traffic;
    }

    /** An endpoint has gone; once for each {@link #enter}. */
    public void leave(EndpointFacts facts) {
        entries.computeIfPresent(
                facts.uri(), (uri, known) -> known.users == 1 ? null : new Entry(known.traffic, known.users - 1));
    }

    /** What is known of the endpoint of a call; null when it is not in use any more. */
    public EndpointFacts facts(String uri) {
        Entry entry = entries.get(uri);
        return entry == null ? null : entry.traffic.facts();
    }

    /** All endpoints, by their URI. */
    public List<EndpointTraffic> all() {
        return entries.values().stream()
                .map(Entry::traffic)
                .sorted(Comparator.comparing(traffic -> traffic.facts().shownUri()))
                .toList();
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        Entry entry = entries.get(call.endpoint());
        if (entry != null) {
            entry.traffic.ended(result);
        }
    }

    private record Entry(EndpointTraffic traffic, int users) {}
}
