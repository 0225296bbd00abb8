package ai.fastrouter.camel.job.board;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import ai.fastrouter.camel.job.store.MemoryJobRepository;
import ai.fastrouter.camel.job.store.StoredJob;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;

/** The jobs that wait in memory while nobody collects them. */
public record MemoryBoard(MemoryJobRepository memory, CamelContext context) implements JobBoard {

    @Override
    public String collector() {
        return null;
    }

    @Override
    public List<PendingJob> jobs() {
        return memory.jobs(context).stream().map(MemoryBoard::shown).toList();
    }

    @Override
    public int delivering() {
        return 0;
    }

    @Override
    public Instant lastPoll() {
        return null;
    }

    @Override
    public boolean drop(String id) {
        return memory.drop(context, id);
    }

    private static PendingJob shown(StoredJob stored) {
        return new PendingJob(
                stored.key(),
                stored.job().model(),
                stored.job().status(),
                stored.job().queuePosition(),
                stored.job().submittedAt(),
                0,
                null);
    }
}
