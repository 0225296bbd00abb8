package ai.fastrouter.camel.benchmark;

import ai.fastrouter.camel.benchmark.subject.Subject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts many calls at once against a server that takes two seconds, and looks at threads and heap while they wait. */
final class InFlightRun {

    private InFlightRun() {}

    static void run(Subject subject, int calls) throws Exception {
        once(subject, calls, false); // opens the connections
        once(subject, calls, true);
    }

    private static void once(Subject subject, int calls, boolean print) throws Exception {
        CountDownLatch ended = new CountDownLatch(calls);
        AtomicInteger failures = new AtomicInteger();
        long heapBefore = Meter.usedHeap();
        long begin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            subject.call(failure -> {
                if (failure != null) {
                    failures.incrementAndGet();
                }
                ended.countDown();
            });
        }
        double started = (System.nanoTime() - begin) / 1e9;
        long heap = ended.getCount() == calls ? Meter.usedHeap() - heapBefore : -1;
        int threads = Meter.threads();
        if (!ended.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(ended.getCount() + " calls never ended");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (print) {
            System.out.printf(
                    "%n%,d in flight, the server answers after 2 s%n%s: started in %.2f s, done after %.2f s, %d failed,"
                            + " %d threads in the process, %s bytes of heap each%n",
                    calls,
                    subject.name(),
                    started,
                    seconds,
                    failures.get(),
                    threads,
                    heap < 0 ? "(not measured: some had ended)" : String.format("%,d", heap / calls));
        }
    }
}
