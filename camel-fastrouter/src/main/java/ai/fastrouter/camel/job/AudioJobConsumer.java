package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.job.board.CollectionBoard;
import ai.fastrouter.camel.job.collect.CollectorSettings;
import ai.fastrouter.camel.job.collect.Delivery;
import ai.fastrouter.camel.job.collect.JobCollection;
import ai.fastrouter.camel.job.collect.SteadyClock;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.poll.ScheduledTimer;
import ai.fastrouter.camel.job.report.JobProgress;
import ai.fastrouter.camel.job.store.Nodes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.spi.RecoverableAggregationRepository;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.CastUtils;
import org.apache.camel.util.URISupport;

/**
 * The consumer of prompt-to-audio: one exchange for each job that has ended. A thread of its own asks for the jobs and lays ready
 * what has ended; the scheduler of Camel decides when that goes to the route.
 */
public final class AudioJobConsumer extends ScheduledBatchPollingConsumer {

    private static final int REDELIVERIES = 5;

    private final OperationContext context;
    private final JobDesk desk;
    private final JobOptions options;
    private final OwnJobs ownJobs;
    private JobIntake intake;
    private JobDesk.Collection entry;
    private ScheduledExecutorService thread;
    private volatile JobCollection collection;
    private volatile CollectionBoard board;
    private JobRoute route;

    /** @throws IllegalArgumentException if an option is out of range */
    public AudioJobConsumer(Endpoint endpoint, Processor processor, OperationContext context, JobDesk desk) {
        super(endpoint, processor);
        this.context = context;
        this.desk = desk;
        this.options = JobOptions.read(context.options());
        this.ownJobs = OwnJobs.of(context, options);
        setMaxMessagesPerPoll(options.maxMessagesPerPoll());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        intake = ownJobs == null ? JobIntake.of(context, options, desk) : ownJobs.intake(options, desk);
        entry = new JobDesk.Collection(
                intake.store().repository(), intake.store().gateway(), (key, job) -> {
                    JobCollection running = collection;
                    if (running != null) {
                        running.offer(key, job);
                    }
                });
        desk.add(entry);
    }

    @Override
    protected void doStart() throws Exception {
        Endpoint deadLetters = deadLetters(); // before anything is started that would have to be stopped
        intake.start();
        thread = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "FastRouterJobs");
        CollectorSettings settings = settings();
        collection = collection(settings, new ScheduledTimer(thread));
        route = new JobRoute(this, collection, settings.maximumRedeliveries(), deadLetters);
        route.start();
        collection.start();
        board = new CollectionBoard(URISupport.sanitizeUri(getEndpoint().getEndpointUri()), collection);
        desk.show(board);
        super.doStart();
    }

    private JobCollection collection(CollectorSettings settings, JobTimer timer) {
        Clock clock = Clock.systemUTC();
        JobParts parts = new JobParts(context, options, desk, clock);
        Nodes nodes = new Nodes(intake.store(), UUID.randomUUID().toString(), options.nodeTimeout(), new SteadyClock());
        JobProgress progress = new JobProgress(context.camelContext(), context.worker());
        return new JobCollection(
                settings,
                intake.store(),
                nodes,
                parts.poller(timer),
                options.download() ? parts.fetch() : null,
                timer,
                clock,
                progress::tell);
    }

    private CollectorSettings settings() {
        return new CollectorSettings(
                Math.max(options.maxConcurrentDownloads(), getMaxMessagesPerPoll()),
                options.scanDelay(),
                options.redeliveryDelay(),
                maximumRedeliveries(),
                options.polls().jobTimeout().toMillis(),
                deadLetterUri() != null);
    }

    private int maximumRedeliveries() {
        if (options.maximumRedeliveries() != null) {
            return options.maximumRedeliveries();
        }
        RecoverableAggregationRepository recoverable = recoverable();
        return recoverable != null && recoverable.getMaximumRedeliveries() > 0
                ? recoverable.getMaximumRedeliveries()
                : REDELIVERIES;
    }

    private String deadLetterUri() {
        RecoverableAggregationRepository recoverable = recoverable();
        return options.deadLetterUri() != null || recoverable == null
                ? options.deadLetterUri()
                : recoverable.getDeadLetterUri();
    }

    private Endpoint deadLetters() {
        String uri = deadLetterUri();
        try {
            return uri == null
                    ? null
                    : CamelContextHelper.getMandatoryEndpoint(getEndpoint().getCamelContext(), uri);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "Option deadLetterUri can't be used: there is no endpoint " + URISupport.sanitizeUri(uri), e);
        }
    }

    private RecoverableAggregationRepository recoverable() {
        AggregationRepository repository = intake.store().repository();
        return repository instanceof RecoverableAggregationRepository recoverable ? recoverable : null;
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        JobCollection running = collection;
        CollectionBoard shown = board;
        if (shown != null) {
            shown.polled(Instant.now());
        }
        Exception trouble = running.takeTrouble();
        if (trouble != null) {
            throw trouble;
        }
        if (ownJobs != null) {
            ownJobs.submitIfNone(intake);
        }
        Queue<Object> batch = new ArrayDeque<>();
        int limit = getMaxMessagesPerPoll() > 0 ? getMaxMessagesPerPoll() : Integer.MAX_VALUE;
        // not more than are ready now: what comes while these are routed is for the next run
        for (int left = Math.min(limit, running.ready()); left > 0; left--) {
            Delivery delivery = running.take();
            if (delivery != null) {
                batch.add(delivery);
            }
        }
        return processBatch(batch);
    }

    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        Queue<Delivery> batch = CastUtils.cast(exchanges);
        int total = batch.size();
        try {
            for (int index = 0; index < total && isBatchAllowed(); index++) {
                pendingExchanges = total - index - 1;
                if (collection.isStillMine(batch.peek())) {
                    route.deliver(batch.poll(), index, total);
                } else {
                    batch.poll();
                }
            }
        } finally {
            batch.forEach(collection::putBack);
        }
        return total;
    }

    /** Shows the jobs that wait; null while the consumer is stopped. */
    public JobBoard board() {
        return board;
    }

    /** What is collected; null before the start. */
    JobCollection collection() {
        return collection;
    }

    @Override
    protected void doSuspend() throws Exception {
        collection.suspend();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        collection.resume();
        super.doResume();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (collection != null) {
            CollectionBoard shown = board;
            board = null;
            if (shown != null) {
                desk.hide(shown);
            }
            collection.stop();
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(thread);
            route.stop();
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        desk.remove(entry);
        super.doShutdown();
    }
}
