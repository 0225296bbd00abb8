package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.job.report.JobFailures;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.MemoryJobRepository;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.model.AudioJob;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts accepted jobs where they are collected. Thread-safe. */
final class JobIntake {

    private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);

    private final JobDesk desk;
    private final JobStore store;
    private final MemoryJobRepository memory;

    private JobIntake(JobDesk desk, JobStore store, MemoryJobRepository memory) {
        this.desk = desk;
        this.store = store;
        this.memory = memory;
    }

    /** The intake of an endpoint: its repository, or the component's memory. */
    static JobIntake of(OperationContext context, JobOptions options, JobDesk desk) {
        AggregationRepository repository = options.repository();
        return repository != null
                ? open(context, repository, desk)
                : of(context, desk.memory(options.maxPendingJobs()), desk);
    }

    /** The intake of a memory. */
    static JobIntake of(OperationContext context, MemoryJobRepository memory, JobDesk desk) {
        String gateway = context.target().baseUrl();
        return new JobIntake(desk, new JobStore(context.camelContext(), memory, gateway), memory);
    }

    private static JobIntake open(OperationContext context, AggregationRepository repository, JobDesk desk) {
        JobStore store = new JobStore(
                context.camelContext(), repository, context.target().baseUrl());
        return new JobIntake(desk, store, null);
    }

    /**
     * Starts the repository if nobody has, and tries it out before a job that costs money depends on it.
     *
     * @throws IllegalArgumentException if it does not keep what it is given
     */
    void start() throws Exception {
        if (memory == null) {
            CamelContext context = store.context();
            context.addService(store.repository(), true, true); // stopped with the context: others may use it too
            ServiceHelper.startService(store.repository());
            store.check();
        }
    }

    JobStore store() {
        return store;
    }

    /** Whether a job should be kept although nobody said so: somebody will collect it. */
    boolean isWanted() {
        return memory == null || desk.isCollected(store);
    }

    /**
     * Makes sure of a place before a job is submitted.
     *
     * @throws FastRouterTransientException if memory is full; nothing was sent
     */
    void takePlace() throws FastRouterTransientException {
        if (memory != null && !memory.takePlace()) {
            throw new FastRouterTransientException(
                    "There are maxPendingJobs=" + memory.most()
                            + " prompt-to-audio jobs in memory already; nothing was sent",
                    ErrorDetails.ofCode("too_many_jobs").withOperation("prompt-to-audio", null),
                    null);
        }
    }

    /** Gives the place back: there is no job. */
    void leavePlace() {
        if (memory != null) {
            memory.leavePlace();
        }
    }

    /**
     * Takes a job in that the gateway has accepted. May wait for a database.
     *
     * @param origin who makes such jobs again and again; null for nobody
     * @throws FastRouterJobException if that fails; its ids are in the log then, since it may be billed
     */
    void record(AudioJob job, Map<String, Object> headers, String origin) throws FastRouterJobException {
        String key = StoredJob.keyOf(job);
        try {
            if (store.record(job, headers, origin)) {
                desk.recorded(store, key, job);
            } else {
                leavePlace(); // the gateway gave an id out twice: the first stands
            }
        } catch (RuntimeException e) {
            leavePlace();
            // the one place where ids are logged: without them nobody could ever ask for this job again
            LOG.warn(
                    "An accepted prompt-to-audio job could not be recorded: request_id={}, chat_id={}, response_url={}",
                    job.requestId(),
                    job.chatId(),
                    job.responseUrl());
            throw JobFailures.notRecorded(job, e);
        }
    }
}
