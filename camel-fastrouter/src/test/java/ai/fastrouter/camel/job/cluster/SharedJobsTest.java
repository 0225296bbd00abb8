package ai.fastrouter.camel.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.store.Databases;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.PostgresAggregationRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Processes that share a real PostgreSQL, and are killed at any moment. */
class SharedJobsTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY =
            LocalGatewayExtension.create(LocalGateway.builder().jobTime(Duration.ofMillis(300)));

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;
    private static String database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void startDatabase() throws IOException {
        assumeTrue(isServerThere(), "There is a PostgreSQL server for Linux on x86-64 only");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setOverrideWorkingDirectory(directory.resolve("server").toFile())
                .start();
        database = postgres.getJdbcUrl("postgres", "postgres");
        DataSource source = CollectorNode.dataSource(database);
        Databases.createTables(source, "BYTEA");
        jdbc = new JdbcTemplate(source);
    }

    /** The build brings a server for one system. */
    private static boolean isServerThere() {
        String machine = System.getProperty("os.arch");
        return System.getProperty("os.name").equals("Linux") && (machine.equals("amd64") || machine.equals("x86_64"));
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void clear() {
        jdbc.execute("TRUNCATE jobs, jobs_completed");
    }

    private static NodeProcess node(long routeTime) throws IOException {
        File log = directory.resolve("nodes.log").toFile();
        return NodeProcess.start(database, GATEWAY.baseUrl(), routeTime, log);
    }

    private static Set<String> submit(int count) throws Exception {
        Set<String> ids = new HashSet<>();
        try (CamelContext context = CollectorNode.context(database, GATEWAY.baseUrl());
                ProducerTemplate template = context.createProducerTemplate()) {
            context.start();
            for (int i = 0; i < count; i++) {
                AudioJob job =
                        template.requestBody("fastrouter:prompt-to-audio?duration=1", "rain " + i, AudioJob.class);
                ids.add(job.requestId());
            }
        }
        assertThat(ids).hasSize(count);
        return ids;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private static int jobRows() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM jobs WHERE id NOT LIKE 'fastrouter-node/%'", Integer.class);
    }

    @Test
    void twoNodes_ofWhichOneIsKilled_deliverAllAndOnlyWhatItHadInHandTwice() throws Exception {
        Set<String> submitted = submit(200);
        try (NodeProcess killed = node(20);
                NodeProcess survivor = node(20)) {
            until(() -> killed.ids("done").size() >= 40 && survivor.ids("done").size() >= 20);
            killed.kill();
            until(() -> jobRows() == 0);

            List<String> first = killed.ids("got");
            List<String> second = survivor.ids("got");
            Set<String> all = new TreeSet<>(first);
            all.addAll(second);
            assertThat(all).isEqualTo(new TreeSet<>(submitted));
            assertThat(first).doesNotHaveDuplicates();
            assertThat(second).doesNotHaveDuplicates();
            // what it had begun and not confirmed: one clip at a time, since its route has one thread
            Set<String> twice = new HashSet<>(first);
            twice.retainAll(second);
            assertThat(twice.size()).isLessThanOrEqualTo(1);
            assertThat(twice).allSatisfy(id -> {
                assertThat(id).isEqualTo(first.get(first.size() - 1));
                assertThat(survivor.redeliveries(id)).isEqualTo(1);
            });
            assertThat(survivor.ids("done")).hasSameSizeAs(second);
            survivor.stop();
        }
        until(() -> jdbc.queryForObject("SELECT COUNT(*) FROM jobs", Integer.class) <= 1);
    }

    @Test
    void node_killedBetweenPolls_losesNothing() throws Exception {
        GATEWAY.gateway().onPoll().always(JobReply.queued(1));
        Set<String> submitted = submit(5);
        try (NodeProcess killed = node(0)) {
            until(() -> GATEWAY.gateway().requests(Operation.POLL).size() >= 10);
            killed.kill();
        }
        GATEWAY.gateway().onPoll().always(Reply.byDefault());

        assertThat(collected(5)).containsExactlyInAnyOrderElementsOf(submitted);
    }

    @Test
    void node_killedWhileDownloading_losesNothing() throws Exception {
        GATEWAY.gateway().onDownload().always(Reply.byDefault().stallAfter(1000));
        Set<String> submitted = submit(3);
        try (NodeProcess killed = node(0)) {
            until(() -> GATEWAY.gateway().requests(Operation.DOWNLOAD).size() == 3);
            killed.kill();
            assertThat(killed.ids("got")).isEmpty();
        }
        GATEWAY.gateway().onDownload().always(Reply.byDefault());

        assertThat(collected(3)).containsExactlyInAnyOrderElementsOf(submitted);
    }

    @Test
    void node_killedWhileItsRouteRuns_losesNothingAndTheNextOneIsTold() throws Exception {
        Set<String> submitted = submit(1);
        String id = submitted.iterator().next();
        try (NodeProcess killed = node(60_000)) {
            until(() -> killed.ids("got").size() == 1);
            killed.kill();
        }

        try (NodeProcess next = node(0)) {
            until(() -> next.ids("done").contains(id));
            assertThat(next.redeliveries(id)).isEqualTo(1);
            until(() -> jobRows() == 0);
        }
    }

    @Test
    void repositoryThatKeepsNothing_isRefusedBeforeAJobDependsOnIt() {
        DataSource source = CollectorNode.dataSource(database);
        PostgresAggregationRepository broken =
                new PostgresAggregationRepository(new DataSourceTransactionManager(source), "jobs", source);
        ServiceHelper.startService(broken);
        JobStore store = new JobStore(new DefaultCamelContext(), broken, GATEWAY.baseUrl());

        assertThatThrownBy(store::check)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option aggregationRepository")
                .hasMessageContaining("PostgresAggregationRepository")
                .hasMessageContaining("use JdbcAggregationRepository");
        assertThatThrownBy(() -> store.record(AnswerReader.readJob("{\"request_id\":\"r\"}"), Map.of()))
                .hasMessageContaining("did not take the job");
    }

    /** What a fresh node collects, each once. */
    private static List<String> collected(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        try (NodeProcess next = node(0)) {
            until(() -> next.ids("done").size() >= count);
            until(() -> jobRows() == 0);
            ids.addAll(next.ids("got"));
            next.stop();
        }
        return ids;
    }
}
