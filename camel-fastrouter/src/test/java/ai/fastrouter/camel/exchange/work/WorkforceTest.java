package ai.fastrouter.camel.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkforceTest {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        pool.shutdownNow();
        timer.shutdownNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tasks_fromManyThreads_runOnceEach() throws Exception {
        Workforce workforce = new Workforce(pool, timer, 2, 16);
        int senders = 8;
        int each = 20_000;
        AtomicInteger[] runs = new AtomicInteger[senders * each];
        CountDownLatch all = new CountDownLatch(runs.length);
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new AtomicInteger();
        }

        for (int s = 0; s < senders; s++) {
            int first = s * each;
            pool.execute(() -> {
                for (int i = first; i < first + each; i++) {
                    int task = i;
                    workforce.execute(() -> {
                        runs[task].incrementAndGet();
                        all.countDown();
                    });
                }
            });
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(runs).allSatisfy(count -> assertThat(count.get()).isEqualTo(1));
    }

    @Test
    void tasks_onOneThread_beginInOrder() {
        Workforce workforce = new Workforce(pool, timer, 1, 1);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(1000);

        for (int i = 0; i < 1000; i++) {
            int number = i;
            workforce.execute(() -> {
                order.add(number);
                all.countDown();
            });
        }

        await(all);
        assertThat(order).isSorted().hasSize(1000);
    }

    @Test
    void tasksThatWait_getTheUsualNumberOfThreads() {
        Workforce workforce = new Workforce(pool, timer, 1, 4);
        CountDownLatch together = new CountDownLatch(4);

        for (int i = 0; i < 4; i++) {
            workforce.execute(() -> {
                together.countDown();
                await(together);
            });
        }

        await(together);
    }

    @Test
    void tasksThatWaitForOneInTheQueue_getOneThreadMore() {
        Workforce workforce = new Workforce(pool, timer, 1, 2);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(5);

        for (int i = 0; i < 5; i++) {
            workforce.execute(() -> {
                await(answer);
                ended.countDown();
            });
        }
        workforce.execute(answer::countDown);

        await(ended);
    }

    @Test
    void taskThatThrows_doesNotStopTheNext() {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Executor quiet = task -> pool.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        Workforce workforce = new Workforce(quiet, timer, 1, 1);
        CountDownLatch next = new CountDownLatch(1);

        workforce.execute(() -> {
            throw new IllegalStateException("broken task");
        });
        workforce.execute(next::countDown);

        await(next);
        assertThat(thrown).extracting(Throwable::getMessage).containsExactly("broken task");
    }

    @Test
    void interrupt_ofOneTask_doesNotReachTheNext() {
        Workforce workforce = new Workforce(pool, timer, 1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());

        workforce.execute(() -> {
            await(begun);
            Thread.currentThread().interrupt();
        });
        workforce.execute(() -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            ended.countDown();
        });
        begun.countDown();

        await(ended);
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void poolThatIsShutDown_refusesTheTask() {
        Workforce workforce = new Workforce(pool, timer, 2, 4);
        pool.shutdown();
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> workforce.execute(runs::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class);
        workforce.drain();
        assertThat(runs).hasValue(0);
    }

    @Test
    void drain_afterTheEnd_runsWhatHasNotBegun_alsoAfterATaskThatThrows() {
        Workforce workforce = new Workforce(pool, timer, 1, 1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        workforce.execute(() -> {
            begun.countDown();
            await(never);
        });
        await(begun);
        workforce.execute(() -> {
            throw new IllegalStateException("broken task");
        });
        for (int i = 0; i < 10; i++) {
            workforce.execute(runs::incrementAndGet);
        }

        timer.shutdownNow();
        pool.shutdown();
        workforce.drain();

        assertThat(runs).hasValue(10);
        never.countDown();
    }
}
