package ai.fastrouter.camel.benchmark;

import ai.fastrouter.camel.benchmark.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Measures some subjects in turns, so that what disturbs one disturbs all, and prints their medians beside the first one's. */
final class Comparison {

    /** The compiler's work counts as processor time: let it do most of it first. */
    private static final int WARM_UP_ROUNDS = 3;

    private final String title;
    private final Settings settings;
    private final List<Supplier<Subject>> subjects;

    Comparison(String title, Settings settings, List<Supplier<Subject>> subjects) {
        this.title = title;
        this.settings = settings;
        this.subjects = subjects;
    }

    /**
     * @param inFlight calls at once
     * @param calls    calls of one round
     * @param units    units of work in one call, by which the figures are divided
     */
    void run(int inFlight, int calls, int units) throws Exception {
        List<Subject> open = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(inFlight);
        Map<Subject, List<Cost>> costs = new LinkedHashMap<>();
        try {
            for (Supplier<Subject> supplier : subjects) {
                Subject subject = supplier.get();
                open.add(subject);
                costs.put(subject, new ArrayList<>());
            }
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                for (Subject subject : open) {
                    Load.run(subject, calls, inFlight, threads);
                }
            }
            for (int round = 0; round < settings.rounds(); round++) {
                for (Subject subject : open) {
                    System.gc();
                    Meter meter = Meter.start();
                    Load.run(subject, calls, inFlight, threads);
                    costs.get(subject).add(meter.stop((long) calls * units));
                }
            }
        } finally {
            threads.shutdownNow();
            for (Subject subject : open) {
                subject.close();
            }
        }
        print(inFlight, costs);
    }

    private void print(int inFlight, Map<Subject, List<Cost>> costs) {
        System.out.printf("%n%s, %d in flight%n", title, inFlight);
        System.out.printf(
                "%-38s %12s %8s %10s %8s   %s%n",
                "", "per second", "CPU us", "bytes", "peak MB", "ratios to the floor");
        Cost floor = null;
        for (Map.Entry<Subject, List<Cost>> entry : costs.entrySet()) {
            Cost cost = Cost.median(entry.getValue());
            floor = floor == null ? cost : floor;
            System.out.printf(
                    "%-38s %,12.0f %8.1f %,10.0f %8.0f   %.2f x speed, %.2f x CPU, %.2f x bytes%n",
                    entry.getKey().name(),
                    cost.perSecond(),
                    cost.cpu(),
                    cost.bytes(),
                    cost.peak(),
                    cost.perSecond() / floor.perSecond(),
                    cost.cpu() / floor.cpu(),
                    cost.bytes() / floor.bytes());
        }
    }
}
