package ai.fastrouter.camel.benchmark;

import ai.fastrouter.camel.benchmark.subject.Subject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps a number of calls of one subject in flight until a number of calls is done. */
final class Load {

    private static final long LIMIT_SECONDS = 120;

    private final Subject subject;
    private final AtomicLong left;
    private final CountDownLatch ended;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Load(Subject subject, long calls, int inFlight) {
        this.subject = subject;
        this.left = new AtomicLong(calls);
        this.ended = new CountDownLatch(inFlight);
    }

    /**
     * @param threads where calls are made that wait for their answer; they must outlive the measurement, or what they allocated is
     *                not counted
     */
    static void run(Subject subject, long calls, int inFlight, ExecutorService threads) throws Exception {
        Load load = new Load(subject, calls, inFlight);
        for (int i = 0; i < inFlight; i++) {
            if (subject.blocking()) {
                threads.execute(load::block);
            } else {
                load.next(null);
            }
        }
        boolean inTime = load.ended.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!inTime || load.failure.get() != null) {
            throw new IllegalStateException(subject.name() + (inTime ? " failed" : " hangs"), load.failure.get());
        }
    }

    private void next(Throwable failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed);
            left.set(0);
        }
        if (left.getAndDecrement() > 0) {
            subject.call(this::next);
        } else {
            ended.countDown();
        }
    }

    private void block() {
        while (left.getAndDecrement() > 0) {
            subject.call(failed -> {
                if (failed != null) {
                    failure.compareAndSet(null, failed);
                    left.set(0);
                }
            });
        }
        ended.countDown();
    }
}
