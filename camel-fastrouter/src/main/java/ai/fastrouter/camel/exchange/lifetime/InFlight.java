package ai.fastrouter.camel.exchange.lifetime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls and streams of a component that have not ended, so that a route that stops can give up its own. Not those of a
 * producer: Camel stops producers that it keeps in caches while their answers are still awaited or read. Thread-safe.
 */
public final class InFlight {

    /** A call or a stream. */
    public interface Work {

        /** Whether this route uses it at the moment. */
        boolean isOf(String routeId);

        /** Ends it with a failure that tells why. Ignored if it has ended. */
        void giveUp();
    }

    private final Set<Work> all = ConcurrentHashMap.newKeySet();

    public void add(Work work) {
        all.add(work);
    }

    public void remove(Work work) {
        all.remove(work);
    }

    /** The route stops. */
    void giveUp(String routeId) {
        for (Work work : all) {
            if (work.isOf(routeId)) {
                work.giveUp();
            }
        }
    }

    /** The component stops, and with it also what no route uses. */
    public void giveUpAll() {
        all.forEach(Work::giveUp);
    }
}
