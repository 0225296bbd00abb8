package ai.fastrouter.camel.operations.stats;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import ai.fastrouter.camel.operations.SafeUri;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pending jobs of one component, wherever they wait. Thread-safe. */
public final class JobList {

    /** The state of a job of which nothing was heard yet. */
    public static final String SUBMITTED = "SUBMITTED";
    /** Any state but those that the gateways document. */
    public static final String OTHER = "OTHER";

    private static final Set<String> DOCUMENTED = Set.of("IN_QUEUE", "IN_PROGRESS");

    private final Supplier<List<JobBoard>> boards;
    private final Clock clock;

    public JobList(Supplier<List<JobBoard>> boards, Clock clock) {
        this.boards = boards;
        this.clock = clock;
    }

    /** How many wait for their end. */
    public long pending() {
        return boards.get().stream().mapToLong(board -> board.jobs().size()).sum();
    }

    /** How many have ended and wait for the route, or are on their way through it. */
    public long delivering() {
        return boards.get().stream().mapToLong(JobBoard::delivering).sum();
    }

    /** How many wait in a state: {@link #SUBMITTED}, {@code IN_QUEUE}, {@code IN_PROGRESS} or {@link #OTHER}. */
    public long pending(String state) {
        return jobs().filter(job -> state(job).equals(state)).count();
    }

    /** How long the oldest has waited since its submit; null when there is none. */
    public Duration oldest() {
        return jobs().map(this::age)
                .filter(age -> age != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The oldest first. */
    public List<ShownJob> list(int atMost) {
        return boards.get().stream()
                .flatMap(board -> board.jobs().stream().map(job -> shown(board, job)))
                .sorted(Comparator.comparing(ShownJob::age, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(atMost)
                .toList();
    }

    /**
     * Gives a job up: see {@link JobBoard#drop}.
     *
     * @param id as {@link #list} shows it
     * @return false if no such job waits here
     */
    public boolean drop(String id) {
        for (JobBoard board : boards.get()) {
            for (PendingJob job : board.jobs()) {
                if (shownId(job.id()).equals(id)) {
                    return board.drop(job.id());
                }
            }
        }
        return false;
    }

    private Stream<PendingJob> jobs() {
        return boards.get().stream().flatMap(board -> board.jobs().stream());
    }

    private ShownJob shown(JobBoard board, PendingJob job) {
        String collector = board.collector() == null ? null : SafeUri.of(board.collector());
        String state = job.state() == null ? SUBMITTED : job.state();
        return new ShownJob(
                shownId(job.id()), collector, job.model(), state, job.queuePosition(), age(job), job.polls());
    }

    private Duration age(PendingJob job) {
        return job.submittedAt() == null ? null : Duration.between(job.submittedAt(), clock.instant());
    }

    private static String state(PendingJob job) {
        if (job.state() == null) {
            return SUBMITTED;
        }
        return DOCUMENTED.contains(job.state()) ? job.state() : OTHER;
    }

    private static String shownId(String id) {
        return id.contains("://") ? "#" + Integer.toHexString(id.hashCode()) : id;
    }
}
