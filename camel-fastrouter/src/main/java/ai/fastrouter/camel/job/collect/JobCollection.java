package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.Nodes;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The jobs of one repository as one consumer collects them. Thread-safe: everything happens on the timer's thread, but for what the
 * consumer's own threads do with deliveries.
 */
public final class JobCollection implements Collector.Reports {

    private static final int BEATS_PER_CLEARING = 6;

    private final JobStore store;
    private final Nodes nodes;
    private final JobPoller poller;
    private final JobTimer timer;
    private final long scanDelay;
    private final Claims claims;
    private final Collector collector;
    private final Search search;
    private final Deque<Delivery> ready = new ConcurrentLinkedDeque<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<Exception> trouble = new AtomicReference<>();
    private int beats;
    private boolean suspended;
    private volatile boolean stopped;

    /**
     * @param poller   on the same timer
     * @param fetch    null if only addresses are wanted
     * @param clock    the wall's
     * @param progress told when a job has come along
     */
    public JobCollection(
            CollectorSettings settings,
            JobStore store,
            Nodes nodes,
            JobPoller poller,
            AudioFetch fetch,
            JobTimer timer,
            Clock clock,
            Consumer<JobTicket> progress) {
        this.store = store;
        this.nodes = nodes;
        this.poller = poller;
        this.timer = timer;
        this.scanDelay = settings.scanDelay();
        this.claims = new Claims(store, nodes);
        this.collector = new Collector(settings, claims, poller, fetch, timer, clock, this, progress);
        this.search = new Search(store, nodes, claims, poller, timer, clock, collector);
    }

    /** Begins to collect. */
    public void start() {
        timer.run(this::beat);
        timer.run(this::scan);
    }

    /** Tells of a job that was recorded in this process, so that it need not be searched for. */
    public void offer(String key, AudioJob job) {
        timer.run(() -> search.offer(key, job));
    }

    /** Leaves the jobs to other nodes, if there are any, until {@link #resume}. */
    public void suspend() {
        timer.run(() -> {
            suspended = true;
            collector.suspend();
            poller.pause();
            nodes.setActive(false);
            sign();
            for (Delivery delivery = ready.poll(); delivery != null; delivery = ready.poll()) {
                collector.giveBack(delivery);
            }
        });
    }

    /** Takes part again. */
    public void resume() {
        timer.run(() -> {
            suspended = false;
            nodes.setActive(true);
            sign();
            poller.resume();
            collector.resume();
        });
    }

    /**
     * Stops, and gives back what was not handed over. Waits for that, but not long. A node with deliveries under way is not signed
     * off, so that others leave these alone for a while.
     */
    public void stop() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        boolean running = timer.run(() -> {
            stopped = true;
            poller.clear();
            collector.stop();
            for (Delivery delivery = ready.poll(); delivery != null; delivery = ready.poll()) {
                collector.giveBack(delivery);
            }
            poller.clear();
            if (underWay.get() == 0) {
                guarded(nodes::leave);
            }
            timer.run(done::countDown);
        });
        if (running) {
            done.await(10, TimeUnit.SECONDS);
        }
    }

    /** How many deliveries are ready. */
    public int ready() {
        return ready.size();
    }

    /** How many deliveries were taken and have not ended. */
    public int underWay() {
        return underWay.get();
    }

    /** The jobs that are being asked for. */
    public Collection<JobTicket> asked() {
        return search.asked();
    }

    /**
     * Gives a job up and takes it out of the repository. Waits for that, 10 seconds at most.
     *
     * @return false if it is not being asked for, or somebody else's
     */
    public boolean drop(String key) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean dropped = new AtomicBoolean();
        boolean running = timer.run(() -> {
            try {
                dropped.set(search.drop(key));
            } catch (RuntimeException | IOException e) {
                onTrouble(e); // it goes on being asked for, or is found again
            } finally {
                done.countDown();
            }
        });
        return running && done.await(10, TimeUnit.SECONDS) && dropped.get();
    }

    /** Takes a delivery; null if none is ready. Whoever has it says how it ended, or puts it back. */
    public Delivery take() {
        Delivery delivery = ready.poll();
        if (delivery != null) {
            underWay.incrementAndGet();
            timer.run(collector::taken);
        }
        return delivery;
    }

    /** Puts a delivery back that was not begun. */
    public void putBack(Delivery delivery) {
        underWay.decrementAndGet();
        boolean running = timer.run(() -> {
            collector.returned();
            if (suspended || stopped) {
                collector.giveBack(delivery);
            } else {
                ready.addFirst(delivery);
            }
        });
        if (!running) {
            delivery.discard();
        }
    }

    /**
     * Whether a delivery that was taken may be begun: it may not if this node was so slow that another has taken the job over. It
     * is gone then. Looks into the repository only in doubt.
     */
    public boolean isStillMine(Delivery delivery) {
        if (nodes.isFresh() && nodes.lapses() == delivery.lapses() || store.isOwner(delivery.key(), nodes.self())) {
            return true;
        }
        underWay.decrementAndGet();
        delivery.discard();
        timer.run(() -> claims.drop(delivery.key()));
        return false;
    }

    /** A delivery went well: takes the job out of the repository. May wait for a database. If that fails it is tried again. */
    public void completed(Delivery delivery) {
        try {
            store.finish(delivery.key(), nodes.self());
        } catch (RuntimeException e) {
            onTrouble(e);
            // still held, so that this node does not deliver it twice
            timer.runIn(nodes.beatInterval(), () -> completed(delivery));
            return;
        }
        underWay.decrementAndGet();
        timer.run(() -> claims.drop(delivery.key()));
    }

    /** A delivery failed: it is repeated after a while. */
    public void failed(Delivery delivery) {
        underWay.decrementAndGet();
        timer.run(() -> collector.again(delivery));
    }

    /** What went wrong with the repository since the last call; null for nothing. */
    public Exception takeTrouble() {
        return trouble.getAndSet(null);
    }

    @Override
    public void onEnd(String key) {
        search.ended(key);
    }

    @Override
    public void onReady(Delivery delivery) {
        ready.add(delivery);
    }

    @Override
    public void onTrouble(Exception newTrouble) {
        trouble.set(newTrouble);
    }

    private void beat() {
        if (!stopped) {
            sign();
            timer.runIn(nodes.beatInterval(), this::beat);
        }
    }

    private void sign() {
        guarded(() -> {
            nodes.beat();
            if (!suspended) {
                search.regroup();
            }
            if (++beats % BEATS_PER_CLEARING == 0) {
                store.clearUnconfirmed();
            }
        });
    }

    private void scan() {
        if (!stopped) {
            if (!suspended) {
                guarded(search::scan);
            }
            timer.runIn(scanDelay, this::scan);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            onTrouble(e);
        }
    }
}
