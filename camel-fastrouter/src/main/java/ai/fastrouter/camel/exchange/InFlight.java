package ai.fastrouter.camel.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The turns of one producer that have not ended, so that a stopping route can give them up. Thread-safe. */
final class InFlight {

    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    void add(Turn turn) {
        turns.add(turn);
    }

    void remove(Turn turn) {
        turns.remove(turn);
    }

    int size() {
        return turns.size();
    }

    void cancelAll(Executor worker) {
        turns.forEach(turn -> turn.cancel(worker));
    }
}
