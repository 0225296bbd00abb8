package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.poll.PollPace;
import ai.fastrouter.camel.job.poll.PollResult;
import ai.fastrouter.camel.job.poll.PollSettings;
import ai.fastrouter.camel.job.poll.VirtualTime;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.job.store.MemoryJobRepository;
import ai.fastrouter.camel.job.store.Nodes;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** Nodes that share a repository, in virtual time: each is a collection of its own. */
abstract class CollectionTestSupport {

    static final String GATEWAY = "https://api.example/v1";

    final CamelContext context = new DefaultCamelContext();
    final VirtualTime time = new VirtualTime();
    final Map<String, String> answers = new HashMap<>();
    /** Jobs that the gateway does not know any more. */
    final Set<String> forgotten = new HashSet<>();

    final List<String> polled = new ArrayList<>();
    boolean repositoryDown;
    final MemoryJobRepository memory = new MemoryJobRepository(1000);

    /** A repository that can be switched off. */
    private final class Switchable implements org.apache.camel.spi.OptimisticLockingAggregationRepository {

        private void check() {
            if (repositoryDown) {
                throw new IllegalStateException("the database is away");
            }
        }

        @Override
        public Exchange add(CamelContext camel, String key, Exchange old, Exchange row) {
            check();
            return memory.add(camel, key, old, row);
        }

        @Override
        public Exchange add(CamelContext camel, String key, Exchange row) {
            check();
            return memory.add(camel, key, row);
        }

        @Override
        public Exchange get(CamelContext camel, String key) {
            check();
            return memory.get(camel, key);
        }

        @Override
        public void remove(CamelContext camel, String key, Exchange row) {
            check();
            memory.remove(camel, key, row);
        }

        @Override
        public void confirm(CamelContext camel, String id) {
            check();
        }

        @Override
        public Set<String> getKeys() {
            check();
            return memory.getKeys();
        }
    }

    final JobStore store = new JobStore(context, new Switchable(), GATEWAY);

    /** A node's part of the time: it can stand still. */
    final class NodeTime implements JobTimer {

        private final List<Runnable> held = new ArrayList<>();
        private boolean frozen;

        @Override
        public boolean run(Runnable task) {
            return time.run(unlessFrozen(task));
        }

        @Override
        public void runIn(long millis, Runnable task) {
            time.runIn(millis, unlessFrozen(task));
        }

        private Runnable unlessFrozen(Runnable task) {
            return () -> {
                if (frozen) {
                    held.add(task);
                } else {
                    task.run();
                }
            };
        }

        void freeze() {
            frozen = true;
        }

        void thaw() {
            frozen = false;
            held.forEach(this::run);
            held.clear();
        }
    }

    final Map<String, NodeTime> times = new HashMap<>();

    JobCollection node(String name) {
        return node(name, new CollectorSettings(8, 5000, 1000, 3, 600_000, false));
    }

    JobCollection node(String name, CollectorSettings settings) {
        return node(name, settings, null);
    }

    JobCollection node(String name, CollectorSettings settings, AudioFetch fetch) {
        NodeTime own = new NodeTime();
        times.put(name, own);
        PollPace pace = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0);
        JobPoller poller = new JobPoller(
                new PollSettings(pace, 3, Duration.ofMinutes(10), 32),
                (url, model, receiver) -> {
                    String key = url.substring(url.lastIndexOf('/') + 1);
                    polled.add(name + ":" + key);
                    receiver.accept(result(key));
                    return Call.NONE;
                },
                own,
                time,
                time,
                () -> 0.5);
        Nodes nodes = new Nodes(store, name, Duration.ofSeconds(30), time);
        return new JobCollection(settings, store, nodes, poller, fetch, own, time, ticket -> {});
    }

    private PollResult result(String key) {
        if (forgotten.contains(key)) {
            ErrorDetails details = ErrorDetails.ofCode(null).withStatus(404, null);
            return PollResult.refused(404, null, new FastRouterException("gone", details, null));
        }
        return PollResult.ok(200, answer(answers.getOrDefault(key, "{'status':'IN_QUEUE'}")));
    }

    static JobAnswer answer(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return AnswerReader.read(bytes, bytes.length);
    }

    AudioJob submit(String key) {
        try {
            AudioJob job = AnswerReader.readJob("{\"request_id\":\"" + key + "\",\"response_url\":\"https://q.example/"
                    + key + "\",\"submitted_at\":\"" + time.instant() + "\"}");
            assertThat(store.record(job, Map.of("n", key))).isTrue();
            return job;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void finish(String key) {
        answers.put(key, "{'audio_url':'https://m.example/" + key + ".wav'}");
    }

    static List<Delivery> takeAll(JobCollection node) {
        List<Delivery> all = new ArrayList<>();
        for (Delivery next = node.take(); next != null; next = node.take()) {
            all.add(next);
        }
        return all;
    }
}
