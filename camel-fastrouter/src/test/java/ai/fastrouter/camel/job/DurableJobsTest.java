package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.job.store.Databases;
import ai.fastrouter.camel.model.AudioJob;
import ai.fastrouter.camel.operations.CaughtLog;
import ai.fastrouter.camel.test.JobReply;
import ai.fastrouter.camel.test.Reply;
import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.spi.AggregationRepository;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Jobs in a repository that the user gives. */
class DurableJobsTest extends JobTestSupport {

    private static final String URI = "fastrouter:prompt-to-audio?duration=1";
    private static final String FROM = "fastrouter:prompt-to-audio?initialDelay=10&delay=20";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private AggregationRepository repository = new MemoryAggregationRepository(true);

    @Override
    void configure(FastRouterConfiguration configuration) {
        configuration.setAggregationRepository(repository);
    }

    @Override
    public boolean isUseRouteBuilder() {
        return false;
    }

    /** A context of its own, as another run of the same program would have. */
    private CamelContext run(AggregationRepository own) throws Exception {
        repository = own;
        CamelContext run = createCamelContext();
        run.start();
        return run;
    }

    private JdbcConnectionPool file() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("jobs") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        Databases.createTables(pool, "BLOB");
        return pool;
    }

    private static MockEndpoint collect(CamelContext run, int count) throws Exception {
        run.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM).convertBodyTo(byte[].class).to("mock:clips");
            }
        });
        MockEndpoint mock = run.getEndpoint("mock:clips", MockEndpoint.class);
        mock.expectedMessageCount(count);
        mock.setResultWaitTime(LIMIT.toMillis());
        return mock;
    }

    @Test
    void jobs_submittedByOneRun_areCollectedByTheNext() throws Exception {
        JdbcConnectionPool first = file();
        TreeSet<String> submitted = new TreeSet<>();
        try (CamelContext run = run(Databases.repository(first))) {
            IntStream.range(0, 20)
                    .mapToObj(i -> run.createProducerTemplate()
                            .requestBodyAndHeaders(URI, "rain", Map.of("number", i), AudioJob.class))
                    .forEach(job -> submitted.add(job.requestId()));
        }
        first.dispose();

        JdbcConnectionPool second = file();
        try (CamelContext run = run(Databases.repository(second))) {
            MockEndpoint clips = collect(run, 20);
            clips.assertIsSatisfied();

            assertThat(clips.getExchanges())
                    .extracting(e -> e.getMessage().getHeader(FastRouterConstants.JOB_ID, String.class))
                    .containsExactlyInAnyOrderElementsOf(submitted);
            assertThat(clips.getExchanges())
                    .extracting(e -> e.getMessage().getHeader("number", Integer.class))
                    .doesNotHaveDuplicates();
            JdbcTemplate jdbc = new JdbcTemplate(second);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> jdbc.queryForList("SELECT id FROM jobs", String.class).stream()
                            .allMatch(id -> id.startsWith("fastrouter-node/")));
        }
        List<String> left = new JdbcTemplate(second).queryForList("SELECT id FROM jobs", String.class);
        second.dispose();
        assertThat(left).as("a node that stops signs off").isEmpty();
    }

    @Test
    void jobOfAPrompt_leftByAnEarlierRun_isNotSubmittedAgain() throws Exception {
        gateway().onPoll().always(JobReply.queued(3));
        JdbcConnectionPool first = file();
        try (CamelContext run = run(Databases.repository(first))) {
            ownPrompt(run);
            Awaitility.await().atMost(LIMIT).until(() -> !polls().isEmpty());
        }
        first.dispose();
        int asked = polls().size();

        JdbcConnectionPool second = file();
        try (CamelContext run = run(Databases.repository(second))) {
            ownPrompt(run);
            Awaitility.await().atMost(LIMIT).until(() -> polls().size() > asked + 10);
            assertThat(submits()).hasSize(1);
        }
        second.dispose();
    }

    private static void ownPrompt(CamelContext run) throws Exception {
        run.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM + "&prompt=rain").to("mock:clips");
            }
        });
    }

    @Test
    void jobWithAnId_thatAnotherGatewayGaveOut_isNotRecordedAndInTheLog() throws Exception {
        MemoryAggregationRepository shared = new MemoryAggregationRepository(true);
        gateway().onSubmit().always(Reply.json("{\"request_id\":\"r-1\",\"response_url\":\"https://q.example/r-1\"}"));
        try (CamelContext run = run(shared);
                CaughtLog log = CaughtLog.of("ai.fastrouter.camel.job", Level.DEBUG)) {
            ProducerTemplate template = run.createProducerTemplate();
            template.requestBody(URI + "&baseUrl=" + gateway().baseUrl() + "/", "rain");
            template.requestBody(URI, "rain");
            String other = gateway().baseUrl().replace("127.0.0.1", "localhost");

            Exchange exchange = template.request(
                    URI + "&baseUrl=" + other, e -> e.getMessage().setBody("rain"));

            assertThat(exchange.getException(FastRouterJobException.class).getCode())
                    .isEqualTo("not_recorded");
            assertThat(exchange.getException()).hasStackTraceContaining("none of this gateway's jobs");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains("request_id=r-1");
        }
    }

    @Test
    void job_thatTheRepositoryDoesNotTake_isInTheLogWithItsIds() throws Exception {
        AggregationRepository refusing = new MemoryAggregationRepository(true) {
            @Override
            public Exchange add(CamelContext camel, String key, Exchange old, Exchange row) {
                if (key.startsWith("fastrouter-node/")) {
                    return super.add(camel, key, old, row);
                }
                throw new IllegalStateException("the disk is full");
            }
        };
        try (CamelContext run = run(refusing);
                CaughtLog log = CaughtLog.of("ai.fastrouter.camel.job", Level.DEBUG)) {
            Exchange exchange = run.createProducerTemplate()
                    .request(URI, e -> e.getMessage().setBody("a secret prompt"));

            FastRouterJobException failure = exchange.getException(FastRouterJobException.class);
            assertThat(failure.getCode()).isEqualTo("not_recorded");
            assertThat(failure).hasMessageContaining("may be billed").hasNoCause();
            assertThat(failure.getSuppressed()[0]).hasMessage("the disk is full");
            AudioJob job = failure.getJob();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains(job.requestId(), job.chatId(), job.responseUrl())
                    .doesNotContain("secret prompt");
        }
    }

    @Test
    void repositoryWithoutLocks_servesOneConsumer() throws Exception {
        try (CamelContext run = run(new MemoryAggregationRepository())) {
            MockEndpoint clips = collect(run, 3);
            for (int i = 0; i < 3; i++) {
                run.createProducerTemplate().requestBody(URI, "rain");
            }

            clips.assertIsSatisfied();
        }
    }

    @Test
    void twoConsumers_ofOneRepository_shareTheJobs() throws Exception {
        try (CamelContext run = run(new MemoryAggregationRepository(true))) {
            MockEndpoint clips = collect(run, 40);
            run.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(FROM + "&maxMessagesPerPoll=2")
                            .convertBodyTo(byte[].class)
                            .to("mock:clips");
                }
            });
            for (int i = 0; i < 40; i++) {
                run.createProducerTemplate().requestBody(URI, "rain");
            }

            clips.assertIsSatisfied();
            assertThat(clips.getExchanges())
                    .extracting(e -> e.getMessage().getHeader(FastRouterConstants.JOB_ID))
                    .doesNotHaveDuplicates();
            assertThat(clips.getExchanges().stream()
                            .map(Exchange::getFromRouteId)
                            .distinct())
                    .hasSize(2);
        }
    }

    @Test
    void repository_thatKeepsNothing_failsTheStart() throws Exception {
        AggregationRepository forgetful = new MemoryAggregationRepository(true) {
            @Override
            public Exchange get(CamelContext camel, String key) {
                return null;
            }
        };
        try (CamelContext run = run(forgetful)) {
            assertThatThrownBy(() -> run.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:x").to(URI);
                        }
                    }))
                    .hasStackTraceContaining("Option aggregationRepository can't be used");
        }
    }
}
