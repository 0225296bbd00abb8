package ai.fastrouter.camel.benchmark;

import java.util.List;
import java.util.Set;

/**
 * How long and what to measure.
 *
 * @param what   which parts: calls, streams, flight, audio, jobs
 * @param rounds rounds of each part, after one that is not counted
 * @param calls  calls of one subject in one round
 */
record Settings(Set<String> what, int rounds, int calls) {

    private static final List<String> PARTS = List.of("calls", "streams", "flight", "audio", "jobs");

    /** Reads {@code [--rounds n] [--calls n] [part...]}; no part means all. */
    static Settings of(String[] args) {
        int rounds = 5;
        int calls = 20_000;
        var parts = new java.util.LinkedHashSet<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--calls" -> calls = Integer.parseInt(args[++i]);
                default -> {
                    if (!PARTS.contains(args[i])) {
                        throw new IllegalArgumentException("Unknown part " + args[i] + ": one of " + PARTS);
                    }
                    parts.add(args[i]);
                }
            }
        }
        return new Settings(parts.isEmpty() ? Set.copyOf(PARTS) : parts, rounds, calls);
    }

    boolean has(String part) {
        return what.contains(part);
    }
}
