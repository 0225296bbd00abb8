package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.report.JobProgress;
import ai.fastrouter.camel.job.submit.SubmitOptions;
import ai.fastrouter.camel.job.submit.SubmitRequest;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Fetches one given job, for {@code pollEnrich} and {@code ConsumerTemplate}. As Camel wants it of a polling consumer, the
 * caller's thread waits. A job that ended badly comes as an exchange with its exception; one that has not ended within the given time,
 * or before this consumer stops, comes as null, is not asked for any more, and can be received again.
 */
public final class OneJobConsumer extends PollingConsumerSupport {

    private final OperationContext context;
    private final JobDesk desk;
    private final JobOptions options;
    private final String model;
    private final Set<OneJob> waits = ConcurrentHashMap.newKeySet();
    private JobPoller poller;
    private AudioFetch fetch;
    private JobProgress progress;

    /** @throws IllegalArgumentException if an option is out of range */
    public OneJobConsumer(Endpoint endpoint, OperationContext context, JobDesk desk) {
        super(endpoint);
        this.context = context;
        this.desk = desk;
        this.options = JobOptions.read(context.options());
        this.model = SubmitOptions.model(context.options(), SubmitRequest.DEFAULT_MODEL);
    }

    @Override
    protected void doStart() throws Exception {
        JobParts parts = new JobParts(context, options, desk, Clock.systemUTC());
        poller = parts.poller(desk.timer(context.camelContext()));
        fetch = options.download() ? parts.fetch() : null;
        progress = new JobProgress(context.camelContext(), context.worker());
        desk.add(this);
    }

    @Override
    protected void doStop() throws Exception {
        desk.remove(this);
        poller.clear();
        giveUp();
    }

    /** Lets all who wait go on. */
    void giveUp() {
        waits.forEach(OneJob::giveUp);
    }

    /** Waits until the job has ended, at most {@code jobTimeout}. */
    @Override
    public Exchange receive() {
        return receive(Long.MAX_VALUE);
    }

    /** Asks once, and waits for the answer. */
    @Override
    public Exchange receiveNoWait() {
        return receive(0);
    }

    /** Waits so many milliseconds; with 0 or less asks once, and waits for the answer. */
    @Override
    public Exchange receive(long timeout) {
        OneJob job = new OneJob(options.responseUrl(), model, poller, fetch, progress);
        waits.add(job);
        job.begin();
        if (isStoppingOrStopped()) {
            job.giveUp(); // it may have come too late for those who stop
        }
        try {
            return job.await(timeout) ? job.writeTo(getEndpoint().createExchange()) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waits.remove(job);
            job.end();
        }
    }
}
