package ai.fastrouter.camel.job.board;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import ai.fastrouter.camel.job.collect.JobCollection;
import ai.fastrouter.camel.job.poll.JobTicket;
import java.time.Instant;
import java.util.List;

/** The jobs that a consumer collects. */
public final class CollectionBoard implements JobBoard {

    private final String collector;
    private final JobCollection collection;
    private volatile Instant lastPoll;

    public CollectionBoard(String collector, JobCollection collection) {
        this.collector = collector;
        this.collection = collection;
    }

    /** The scheduler ran. */
    public void polled(Instant now) {
        lastPoll = now;
    }

    @Override
    public String collector() {
        return collector;
    }

    @Override
    public List<PendingJob> jobs() {
        return collection.asked().stream().map(CollectionBoard::shown).toList();
    }

    @Override
    public int delivering() {
        return collection.ready() + collection.underWay();
    }

    @Override
    public Instant lastPoll() {
        return lastPoll;
    }

    @Override
    public boolean drop(String id) {
        try {
            return collection.drop(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static PendingJob shown(JobTicket ticket) {
        return new PendingJob(
                ticket.key(),
                ticket.model(),
                ticket.status(),
                ticket.queuePosition(),
                Instant.ofEpochMilli(ticket.submittedAt()),
                ticket.polls(),
                ticket.ends());
    }
}
