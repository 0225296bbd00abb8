package ai.fastrouter.camel.operations.stats;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.exchange.observe.JobBoard;
import ai.fastrouter.camel.exchange.observe.PendingJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs from several boards, as they are shown. */
class JobListTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");

    private final Board collected = new Board("fastrouter://prompt-to-audio?prompt=a+secret+tune");
    private final Board left = new Board(null);
    private final JobList jobs = new JobList(() -> List.of(collected, left), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void jobs_ofSeveralBoards_areListedOldestFirst() {
        collected.jobs.add(job("young", "IN_QUEUE", 10));
        left.jobs.add(job("old", null, 100));
        left.jobs.add(new PendingJob("unknown", "m", null, null, null, 0, null));

        assertThat(jobs.list(10)).extracting(ShownJob::id).containsExactly("old", "young", "unknown");
        assertThat(jobs.list(1)).extracting(ShownJob::id).containsExactly("old");
        assertThat(jobs.oldest()).isEqualTo(Duration.ofSeconds(100));
        assertThat(jobs.list(10).get(1).collector()).isEqualTo("fastrouter://prompt-to-audio?prompt=xxxxxx");
        assertThat(jobs.list(10).get(0).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void states_unknownToUs_countTogether() {
        collected.jobs.add(job("a", "IN_QUEUE", 1));
        collected.jobs.add(job("b", "WARMING_UP", 1));
        collected.jobs.add(job("c", "DREAMING", 1));
        left.jobs.add(job("d", null, 1));

        assertThat(jobs.pending()).isEqualTo(4);
        assertThat(jobs.pending("IN_QUEUE")).isEqualTo(1);
        assertThat(jobs.pending("IN_PROGRESS")).isZero();
        assertThat(jobs.pending(JobList.OTHER)).isEqualTo(2);
        assertThat(jobs.pending(JobList.SUBMITTED)).isEqualTo(1);
    }

    @Test
    void job_knownByItsAddress_isShownAndDroppedWithoutIt() {
        String address = "https://provider.example/jobs/7?token=x";
        collected.jobs.add(job(address, null, 1));

        String shown = jobs.list(10).get(0).id();

        assertThat(shown).startsWith("#").doesNotContain("provider");
        assertThat(jobs.drop(shown)).isTrue();
        assertThat(collected.dropped).containsExactly(address);
    }

    private static PendingJob job(String id, String state, long ageSeconds) {
        return new PendingJob(id, "m", state, 2, NOW.minusSeconds(ageSeconds), 1, null);
    }

    private static final class Board implements JobBoard {
        private final String collector;
        private final List<PendingJob> jobs = new ArrayList<>();
        private final List<String> dropped = new ArrayList<>();

        private Board(String collector) {
            this.collector = collector;
        }

        @Override
        public String collector() {
            return collector;
        }

        @Override
        public List<PendingJob> jobs() {
            return jobs;
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
            return dropped.add(id);
        }
    }
}
