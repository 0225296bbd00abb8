package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.job.board.MemoryBoard;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.poll.ScheduledTimer;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.MemoryJobRepository;
import ai.fastrouter.camel.model.AudioJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.AggregationRepository;

/**
 * What the prompt-to-audio endpoints of one component share: the memory in which jobs wait when there is no other repository, who
 * collects them, and a timer. Thread-safe.
 */
public final class JobDesk {

    /** Gives the client for downloads. */
    @FunctionalInterface
    public interface Downloads {

        /** @param privateAddresses whether it may connect to private addresses */
        GatewayClient client(boolean privateAddresses);
    }

    private final Downloads downloads;
    private final Set<Collection> collections = ConcurrentHashMap.newKeySet();
    private final Set<JobBoard> boards = ConcurrentHashMap.newKeySet();
    private final Set<OneJobConsumer> waiting = ConcurrentHashMap.newKeySet();
    private MemoryJobRepository memory;
    private CamelContext context;
    private ScheduledExecutorService thread;
    private JobTimer timer;

    public JobDesk(Downloads downloads) {
        this.downloads = downloads;
    }

    /**
     * A consumer that collects jobs, whether it is running or not.
     *
     * @param gateway whose jobs
     * @param news    told of each new job, by key and as it is; on the thread that submitted it
     */
    record Collection(AggregationRepository repository, String gateway, BiConsumer<String, AudioJob> news) {}

    GatewayClient downloads(boolean privateAddresses) {
        return downloads.client(privateAddresses);
    }

    /** The repository in memory. Its size is that of the first who asks. */
    synchronized MemoryJobRepository memory(int maxPendingJobs) {
        if (memory == null) {
            memory = new MemoryJobRepository(maxPendingJobs);
        }
        return memory;
    }

    /** A timer for those who have none of their own. */
    synchronized JobTimer timer(CamelContext camelContext) {
        if (timer == null) {
            context = camelContext;
            thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "FastRouterJobTimer");
            timer = new ScheduledTimer(thread);
        }
        return timer;
    }

    /** Where jobs wait, for those who watch. */
    public List<JobBoard> boards(CamelContext camelContext) {
        List<JobBoard> all = new ArrayList<>(boards);
        MemoryJobRepository kept;
        synchronized (this) {
            kept = memory;
        }
        if (kept != null && collections.stream().noneMatch(collection -> collection.repository() == kept)) {
            all.add(new MemoryBoard(kept, camelContext));
        }
        return all;
    }

    void show(JobBoard board) {
        boards.add(board);
    }

    void hide(JobBoard board) {
        boards.remove(board);
    }

    void add(Collection collection) {
        collections.add(collection);
    }

    void remove(Collection collection) {
        collections.remove(collection);
    }

    void add(OneJobConsumer consumer) {
        waiting.add(consumer);
    }

    void remove(OneJobConsumer consumer) {
        waiting.remove(consumer);
    }

    /** Whether a consumer of this component collects the jobs of a store. */
    boolean isCollected(JobStore store) {
        for (Collection collection : collections) {
            if (isOf(collection, store)) {
                return true;
            }
        }
        return false;
    }

    /** Tells consumers of this component at once of a job that was put into a store. */
    void recorded(JobStore store, String key, AudioJob job) {
        for (Collection collection : collections) {
            if (isOf(collection, store)) {
                collection.news().accept(key, job);
            }
        }
    }

    private static boolean isOf(Collection collection, JobStore store) {
        return collection.repository() == store.repository()
                && collection.gateway().equals(store.gateway());
    }

    /** Stops the timer, and lets those who wait for it go on. */
    public synchronized void close() {
        if (thread != null) {
            context.getExecutorServiceManager().shutdownNow(thread);
            thread = null;
            timer = null;
        }
        waiting.forEach(OneJobConsumer::giveUp);
    }
}
