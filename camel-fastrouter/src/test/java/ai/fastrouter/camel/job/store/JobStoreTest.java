package ai.fastrouter.camel.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class JobStoreTest {

    /** The repositories that the store must work with. */
    enum Kind {
        OWN,
        MEMORY_LOCKING,
        MEMORY_PLAIN,
        JDBC
    }

    private static final String GATEWAY = "https://api.example/v1";

    private final CamelContext context = new DefaultCamelContext();
    private JdbcConnectionPool database;

    @BeforeEach
    void open() {
        database = Databases.h2("store" + System.nanoTime());
        context.start();
    }

    @AfterEach
    void close() {
        context.stop();
        database.dispose();
    }

    private AggregationRepository repository(Kind kind) {
        AggregationRepository repository = switch (kind) {
            case OWN -> new MemoryJobRepository(10);
            case MEMORY_LOCKING -> new MemoryAggregationRepository(true);
            case MEMORY_PLAIN -> new MemoryAggregationRepository(false);
            case JDBC -> Databases.repository(database);
        };
        ServiceHelper.startService(repository);
        return repository;
    }

    private JobStore store(Kind kind) {
        return new JobStore(context, repository(kind), GATEWAY);
    }

    static AudioJob job(String id) {
        try {
            return AnswerReader.readJob("{\"request_id\":\"" + id + "\",\"status\":\"IN_QUEUE\",\"response_url\":"
                    + "\"https://q.example/" + id + "\",\"submitted_at\":\"2026-01-01T00:00:00Z\"}");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void repository_thatKeepsWhatItIsGiven_passesTheCheck(Kind kind) {
        JobStore store = store(kind);

        store.check();

        assertThat(store.rows().keys()).isEmpty();
        assertThat(store.rows().unconfirmed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void job_recorded_isReadBackWithItsHeaders(Kind kind) throws Exception {
        JobStore store = store(kind);

        assertThat(store.record(job("a"), Map.of("customer", "c-1", "count", 3)))
                .isTrue();

        assertThat(store.keys()).containsExactly("a");
        StoredJob stored = store.read("a");
        assertThat(stored.job()).isEqualTo(job("a"));
        assertThat(stored.headers()).isEqualTo(Map.of("customer", "c-1", "count", 3));
        assertThat(stored.owner()).isNull();
        assertThat(stored.attempts()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OWN", "MEMORY_LOCKING", "JDBC"})
    void job_recordedTwice_staysOne(Kind kind) {
        JobStore store = store(kind);
        store.record(job("a"), Map.of());

        assertThat(store.record(job("a"), Map.of())).isFalse();
        assertThat(store.keys()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void job_claimedReleasedAndFinished_countsOnlyWhatWasNotReleased(Kind kind) throws Exception {
        JobStore store = store(kind);
        store.record(job("a"), Map.of("customer", "c-1"));

        assertThat(store.claim("a", "n1", owner -> false).attempts()).isEqualTo(1);
        assertThat(store.claim("a", "n1", owner -> false).attempts()).isEqualTo(2);
        store.release("a", "n1");
        assertThat(store.read("a").owner()).isNull();
        StoredJob claimed = store.claim("a", "n2", owner -> false);
        assertThat(claimed.attempts()).isEqualTo(2);
        assertThat(claimed.headers()).isEqualTo(Map.of("customer", "c-1"));
        assertThat(store.finish("a", "n1")).isFalse();
        assertThat(store.finish("a", "n2")).isTrue();

        assertThat(store.keys()).isEmpty();
        assertThat(store.read("a")).isNull();
        assertThat(store.claim("a", "n1", owner -> true)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void claimedJob_isTakenOverOnlyFromTheDead(Kind kind) throws Exception {
        JobStore store = store(kind);
        store.record(job("a"), Map.of());
        store.claim("a", "n1", owner -> false);

        assertThat(store.claim("a", "n2", owner -> false)).isNull();
        assertThat(store.isOwner("a", "n1")).isTrue();
        assertThat(store.claim("a", "n2", "n1"::equals).owner()).isEqualTo("n2");
        assertThat(store.isOwner("a", "n1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OWN", "MEMORY_LOCKING", "JDBC"})
    void claim_whileAnotherIsBeingMade_isLost(Kind kind) throws Exception {
        JobStore store = store(kind);
        store.record(job("a"), Map.of());
        store.claim("a", "dead", owner -> false);
        AtomicBoolean first = new AtomicBoolean(true);

        StoredJob lost = store.claim("a", "n1", owner -> {
            if (first.getAndSet(false)) {
                claim(store, "n2"); // comes in between the read and the write of the first
            }
            return true;
        });

        assertThat(lost).isNull();
        assertThat(store.isOwner("a", "n2")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OWN", "MEMORY_LOCKING", "JDBC"})
    void claim_whileTheJobIsFinished_isLostAndBringsNothingBack(Kind kind) throws Exception {
        JobStore store = store(kind);
        store.record(job("a"), Map.of());
        store.claim("a", "n2", owner -> false);

        StoredJob lost = store.claim("a", "n1", owner -> store.finish("a", "n2"));

        assertThat(lost).isNull();
        assertThat(store.keys()).isEmpty();
    }

    private static void claim(JobStore store, String node) {
        try {
            assertThat(store.claim("a", node, owner -> true)).isNotNull();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void job_ofAnotherGateway_isLeftAlone() throws Exception {
        AggregationRepository repository = repository(Kind.OWN);
        new JobStore(context, repository, "https://other.example/v1").record(job("a"), Map.of());
        JobStore store = new JobStore(context, repository, GATEWAY);

        assertThat(store.read("a")).isNull();
        assertThat(store.claim("a", "n1", owner -> true)).isNull();
    }

    @Test
    void jobWithoutRequestId_isKeptUnderItsAddress() throws Exception {
        JobStore store = store(Kind.OWN);
        AudioJob job = AnswerReader.readJob("{\"response_url\":\"https://q.example/a\"}");

        store.record(job, Map.of());

        assertThat(store.read("https://q.example/a").job()).isEqualTo(job);
    }

    @Test
    void finishedRow_leftUnconfirmedByADeadNode_isClearedTheSecondTimeItIsFound() {
        JdbcAggregationRepository repository = (JdbcAggregationRepository) repository(Kind.JDBC);
        JobStore store = new JobStore(context, repository, GATEWAY);
        store.record(job("a"), Map.of());
        Exchange row = repository.get(context, "a");
        repository.remove(context, "a", row); // and dies

        store.clearUnconfirmed();
        assertThat(completedRows()).isEqualTo(1);
        store.clearUnconfirmed();

        assertThat(completedRows()).isZero();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void nodeRow_leftUnconfirmedByADeadNode_isClearedTheSecondTimeItIsFound() {
        JdbcAggregationRepository repository = (JdbcAggregationRepository) repository(Kind.JDBC);
        JobStore store = new JobStore(context, repository, GATEWAY);
        String key = NodeRow.key("n");
        store.rows().insert(key, NodeRow.create(context, "n", GATEWAY, new Heartbeat(1, true)));
        repository.remove(context, key, repository.get(context, key)); // and dies

        store.clearUnconfirmed();
        assertThat(completedRows()).isEqualTo(1);
        store.clearUnconfirmed();

        assertThat(completedRows()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OWN", "MEMORY_LOCKING", "JDBC"})
    void row_changedByAnotherSinceItWasRead_isNotDeleted(Kind kind) throws Exception {
        JobStore store = store(kind);
        store.record(job("a"), Map.of());
        Exchange read = store.rows().get("a");
        claim(store, "other");

        assertThat(store.rows().delete("a", read)).isFalse();

        assertThat(store.read("a").owner()).isEqualTo("other");
        assertThat(completedRows()).isZero();
    }

    private int completedRows() {
        return new JdbcTemplate(database).queryForObject("SELECT COUNT(*) FROM jobs_completed", Integer.class);
    }

    @Test
    void memory_takesNoMorePlacesThanItHas() {
        MemoryJobRepository memory = new MemoryJobRepository(1);
        JobStore store = new JobStore(context, memory, GATEWAY);

        assertThat(memory.takePlace()).isTrue();
        store.record(job("a"), Map.of());
        assertThat(memory.takePlace()).isFalse();
        store.rows().delete("a", store.rows().get("a"));

        assertThat(memory.takePlace()).isTrue();
    }

    @Test
    void keptHeaders_arePlainValuesThatMatchAndAreNoSecrets() {
        Map<String, Object> headers = Map.of(
                "Customer",
                "c-1",
                "orderId",
                7,
                "orderSecret",
                "s",
                "Authorization",
                "Bearer x",
                "CamelHttpPath",
                "/",
                "when",
                new Date(0),
                "object",
                new Object());

        assertThat(new KeptHeaders("*").of(headers)).containsOnlyKeys("Customer", "orderId", "orderSecret", "when");
        assertThat(new KeptHeaders("customer,order*,!orderSecret").of(headers)).containsOnlyKeys("Customer", "orderId");
        assertThat(new KeptHeaders("").of(headers)).isEmpty();
    }
}
