package ai.fastrouter.camel.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.job.poll.VirtualTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.spi.AggregationRepository;
import org.junit.jupiter.api.Test;

class NodesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CamelContext context = new DefaultCamelContext();
    private final VirtualTime time = new VirtualTime();
    private final AggregationRepository repository = new MemoryJobRepository(10);

    private Nodes node(String name) {
        return node(name, "https://api.example/v1");
    }

    private Nodes node(String name, String gateway) {
        return new Nodes(new JobStore(context, repository, gateway), name, TIMEOUT, time);
    }

    private static long jobsOf(Nodes node) {
        return IntStream.range(0, 1000).filter(i -> node.isMine("job-" + i)).count();
    }

    @Test
    void jobs_areSharedEvenlyAndEachBelongsToOneNode() {
        Nodes a = node("a");
        Nodes b = node("b");
        a.beat();
        b.beat();
        a.beat();

        assertThat(jobsOf(a)).isBetween(400L, 600L);
        assertThat(jobsOf(a) + jobsOf(b)).isEqualTo(1000);
        assertThat(IntStream.range(0, 1000).filter(i -> a.isMine("job-" + i) && b.isMine("job-" + i)))
                .isEmpty();
    }

    @Test
    void silentNode_isDeadAfterItsTimeoutAndClearedAway() {
        Nodes a = node("a");
        Nodes b = node("b");
        b.beat();
        a.beat();
        for (int i = 0; i < 2; i++) {
            time.pass(Duration.ofSeconds(10));
            a.beat();
        }
        time.pass(Duration.ofMillis(9_999));
        a.beat();
        assertThat(a.isDead("b")).isFalse();

        time.pass(Duration.ofMillis(1));
        a.beat();

        assertThat(a.isDead("b")).isTrue();
        assertThat(jobsOf(a)).isEqualTo(1000);
        assertThat(repository.getKeys()).hasSize(1);
        a.beat();
        assertThat(a.isDead("b")).isTrue();
    }

    @Test
    void silence_thatNobodyCouldHaveBroken_doesNotCount() {
        Nodes a = node("a");
        Nodes b = node("b");
        b.beat();
        a.beat();

        time.pass(Duration.ofSeconds(60)); // the repository is away
        a.beat();

        assertThat(a.isDead("b")).isFalse();
        assertThat(repository.getKeys()).hasSize(2);
        for (int i = 0; i < 3; i++) {
            time.pass(Duration.ofSeconds(10));
            a.beat();
        }
        assertThat(a.isDead("b")).isTrue();
    }

    @Test
    void nodeFoundDead_isNotTakenForDeadWhileTheRepositoryIsAway() {
        Nodes a = node("a");
        Nodes b = node("b");
        b.beat();
        for (int i = 0; i < 4; i++) {
            a.beat();
            time.pass(Duration.ofSeconds(10));
        }
        b.beat();
        assertThat(repository.getKeys()).hasSize(2);
        time.pass(Duration.ofSeconds(11)); // since its last look b came back

        assertThat(a.isDead("b")).isFalse();
    }

    @Test
    void nodeWithSignsOfLife_staysAliveHoweverLong() {
        Nodes a = node("a");
        Nodes b = node("b");
        for (int i = 0; i < 30; i++) {
            b.beat();
            a.beat();
            time.pass(Duration.ofSeconds(10));
        }

        assertThat(a.isDead("b")).isFalse();
    }

    @Test
    void deadNode_thatAnotherClearsAwayToo_doesNotStopTheBeat() {
        AggregationRepository shared = new MemoryAggregationRepository(true) {
            @Override
            public void remove(CamelContext camel, String key, Exchange row) {
                throw new IllegalStateException("duplicate key");
            }
        };
        JobStore store = new JobStore(context, shared, "g");
        Nodes a = new Nodes(store, "a", TIMEOUT, time);
        new Nodes(store, "b", TIMEOUT, time).beat();
        for (int i = 0; i < 5; i++) {
            a.beat();
            time.pass(Duration.ofSeconds(10));
        }

        assertThat(a.isDead("b")).isTrue();
        assertThat(jobsOf(a)).isEqualTo(1000);
    }

    @Test
    void nodeThatCameLater_isNotTakenForDead() {
        Nodes a = node("a");
        a.beat();
        node("b").beat();

        assertThat(a.isDead("b")).isFalse();
        assertThat(a.isDead("never-there")).isTrue();
    }

    @Test
    void suspendedNode_livesButTakesNoJobs() {
        Nodes a = node("a");
        Nodes b = node("b");
        b.setActive(false);
        b.beat();
        a.beat();

        assertThat(jobsOf(a)).isEqualTo(1000);
        assertThat(jobsOf(b)).isZero();
        assertThat(a.isDead("b")).isFalse();
    }

    @Test
    void stoppedNode_isDeadAtOnce() {
        Nodes a = node("a");
        Nodes b = node("b");
        b.beat();
        a.beat();

        b.leave();
        a.beat();

        assertThat(a.isDead("b")).isTrue();
        assertThat(jobsOf(a)).isEqualTo(1000);
    }

    @Test
    void node_ofAnotherGateway_isNoRival() {
        Nodes a = node("a");
        node("b", "https://other.example/v1").beat();
        a.beat();

        assertThat(jobsOf(a)).isEqualTo(1000);
    }

    @Test
    void node_thatCouldNotBeat_isNotFresh() {
        Nodes a = node("a");
        a.beat();
        assertThat(a.isFresh()).isTrue();

        time.pass(Duration.ofSeconds(23));

        assertThat(a.isFresh()).isFalse();
    }

    @Test
    void repositoryWithoutLocks_hasOneNodeThatTakesAll() {
        MemoryAggregationRepository plain = new MemoryAggregationRepository();
        JobStore store = new JobStore(context, plain, "g");
        Nodes a = new Nodes(store, "a", TIMEOUT, time);

        a.beat();
        a.beat();

        assertThat(jobsOf(a)).isEqualTo(1000);
        time.pass(Duration.ofHours(1));
        assertThat(a.isFresh()).isTrue();
    }
}
