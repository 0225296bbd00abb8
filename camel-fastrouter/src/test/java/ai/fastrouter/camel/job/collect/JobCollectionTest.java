package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.collect.Delivery.Kind;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Nodes that share a repository, in virtual time: each is a collection of its own. */
class JobCollectionTest {

    private static final String GATEWAY = "https://api.example/v1";

    private final CamelContext context = new DefaultCamelContext();
    private final VirtualTime time = new VirtualTime();
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> polled = new ArrayList<>();
    private boolean repositoryDown;
    private final MemoryJobRepository memory = new MemoryJobRepository(1000);

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

    private final JobStore store = new JobStore(context, new Switchable(), GATEWAY);

    /** A node's part of the time: it can stand still. */
    private final class NodeTime implements JobTimer {

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

    private final Map<String, NodeTime> times = new HashMap<>();

    private JobCollection node(String name) {
        return node(name, new CollectorSettings(8, 5000, 1000, 3, false));
    }

    private JobCollection node(String name, CollectorSettings settings) {
        NodeTime own = new NodeTime();
        times.put(name, own);
        PollPace pace = new PollPace(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(15), 0);
        JobPoller poller = new JobPoller(
                new PollSettings(pace, 3, Duration.ofMinutes(10), 32),
                (url, model, receiver) -> {
                    String key = url.substring(url.lastIndexOf('/') + 1);
                    polled.add(name + ":" + key);
                    receiver.accept(PollResult.ok(200, answer(answers.getOrDefault(key, "{'status':'IN_QUEUE'}"))));
                    return Call.NONE;
                },
                own,
                time,
                () -> 0.5);
        Nodes nodes = new Nodes(store, name, Duration.ofSeconds(30), time);
        return new JobCollection(settings, store, nodes, poller, null, own, time, ticket -> {});
    }

    private static JobAnswer answer(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return AnswerReader.read(bytes, bytes.length);
    }

    private AudioJob submit(String key) {
        try {
            AudioJob job = AnswerReader.readJob("{\"request_id\":\"" + key + "\",\"response_url\":\"https://q.example/"
                    + key + "\",\"submitted_at\":\"" + time.instant() + "\"}");
            assertThat(store.record(job, Map.of("n", key))).isTrue();
            return job;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void finish(String key) {
        answers.put(key, "{'audio_url':'https://m.example/" + key + ".wav'}");
    }

    private static List<Delivery> takeAll(JobCollection node) {
        List<Delivery> all = new ArrayList<>();
        for (Delivery next = node.take(); next != null; next = node.take()) {
            all.add(next);
        }
        return all;
    }

    @Test
    void job_ofThisProcess_isFoundAtOnceAndDelivered() {
        JobCollection node = node("a");
        node.start();
        node.offer("j", submit("j"));
        finish("j");

        time.pass(Duration.ofSeconds(3));

        Delivery delivery = node.take();
        assertThat(delivery.kind()).isEqualTo(Kind.CLIP);
        assertThat(delivery.job().audioUrl()).isEqualTo("https://m.example/j.wav");
        assertThat(delivery.stored().headers()).containsEntry("n", "j");
        assertThat(delivery.redeliveries()).isZero();
        assertThat(node.isStillMine(delivery)).isTrue();
        node.completed(delivery);
        assertThat(store.keys()).isEmpty();
        assertThat(node.underWay()).isZero();
    }

    @Test
    void jobs_ofOtherProcesses_areFoundBySearch() {
        JobCollection node = node("a");
        node.start();
        time.pass(Duration.ofSeconds(1));
        submit("j");
        finish("j");

        time.pass(Duration.ofSeconds(8));

        assertThat(takeAll(node)).hasSize(1);
    }

    @Test
    void twoNodes_shareTheJobsAndDeliverEachOnce() {
        JobCollection a = node("a");
        JobCollection b = node("b");
        a.start();
        b.start();
        time.pass(Duration.ofSeconds(11)); // both know each other
        for (int i = 0; i < 100; i++) {
            submit("j" + i);
            finish("j" + i);
        }

        Set<String> delivered = new TreeSet<>();
        int ofA = 0;
        for (int i = 0; i < 60; i++) {
            time.pass(Duration.ofSeconds(1));
            List<Delivery> now = takeAll(a);
            ofA += now.size();
            now.addAll(takeAll(b));
            for (Delivery delivery : now) {
                assertThat(delivered.add(delivery.key())).as(delivery.key()).isTrue();
            }
            now.forEach(delivery -> (delivery.stored().owner().equals("a") ? a : b).completed(delivery));
        }

        assertThat(delivered).hasSize(100);
        assertThat(ofA).isBetween(25, 75);
        assertThat(polled).hasSize(100);
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void deadNode_losesItsJobsToTheLivingAndOnlyThenAreTheyDeliveredAgain() {
        JobCollection a = node("a");
        submit("j");
        finish("j");
        a.start();
        time.pass(Duration.ofSeconds(3));
        Delivery begun = a.take();
        assertThat(begun).isNotNull();
        JobCollection b = node("b");
        b.start();

        time.pass(Duration.ofSeconds(60)); // a lives, and its route takes its time
        assertThat(b.take()).isNull();

        times.get("a").freeze(); // from now on a gives no sign of life
        time.pass(Duration.ofSeconds(90));

        Delivery again = b.take();
        assertThat(again).isNotNull();
        assertThat(again.redeliveries()).isEqualTo(1);
        b.completed(again);
        assertThat(store.finish("j", "a")).isFalse();
    }

    @Test
    void nodeThatWakesUp_doesNotDeliverWhatOthersHaveTaken() {
        JobCollection a = node("a");
        submit("j");
        finish("j");
        a.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(a.ready()).isEqualTo(1);
        times.get("a").freeze();
        JobCollection b = node("b");
        b.start();
        time.pass(Duration.ofSeconds(60));
        Delivery taken = b.take();
        assertThat(taken.redeliveries()).isEqualTo(1);

        times.get("a").thaw();
        time.pass(Duration.ofSeconds(1));

        assertThat(a.isStillMine(a.take())).isFalse();
        b.completed(taken);
        time.pass(Duration.ofSeconds(60));
        assertThat(takeAll(a)).isEmpty();
        assertThat(takeAll(b)).isEmpty();
    }

    @Test
    void pendingJobs_ofADeadNode_areAskedForByTheOthers() {
        JobCollection a = node("a");
        JobCollection b = node("b");
        a.start();
        b.start();
        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 20; i++) {
            submit("j" + i);
        }
        time.pass(Duration.ofSeconds(30));
        assertThat(a.asked().size()).isBetween(1, 19);

        times.get("a").freeze();
        time.pass(Duration.ofSeconds(60));

        assertThat(b.asked()).hasSize(20);
    }

    @Test
    void stoppedNode_leavesWhatItHadNotBegunToTheOthersAtOnce() throws Exception {
        JobCollection a = node("a");
        submit("j");
        finish("j");
        a.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(a.ready()).isEqualTo(1);
        JobCollection b = node("b");
        b.start();

        a.stop();
        time.pass(Duration.ofSeconds(20));

        Delivery delivery = b.take();
        assertThat(delivery.redeliveries()).isZero();
        assertThat(memory.getKeys()).hasSize(2); // the job and one node
    }

    @Test
    void suspendedNode_leavesItsJobsToTheOthersAndComesBack() {
        JobCollection a = node("a");
        JobCollection b = node("b");
        a.start();
        b.start();
        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 20; i++) {
            submit("j" + i);
        }
        time.pass(Duration.ofSeconds(10));

        a.suspend();
        time.pass(Duration.ofSeconds(30));
        assertThat(b.asked()).hasSize(20);
        a.resume();
        time.pass(Duration.ofSeconds(30));

        assertThat(a.asked().size() + b.asked().size()).isEqualTo(20);
        assertThat(a.asked().size()).isBetween(1, 19);
    }

    @Test
    void failedDelivery_isRepeatedUpToItsLimitAndThenExhausted() {
        JobCollection node = node("a", new CollectorSettings(8, 5000, 1000, 2, false));
        submit("j");
        finish("j");
        node.start();
        for (int redelivery = 0; redelivery <= 2; redelivery++) {
            time.pass(Duration.ofSeconds(3));
            Delivery delivery = node.take();
            assertThat(delivery.kind()).isEqualTo(Kind.CLIP);
            assertThat(delivery.redeliveries()).isEqualTo(redelivery);
            assertThat(node.take()).isNull();
            node.failed(delivery);
        }

        time.pass(Duration.ofSeconds(3));

        assertThat(node.take().kind()).isEqualTo(Kind.EXHAUSTED);
    }

    @Test
    void failedDelivery_withDeadLetters_goesThereAfterItsLimit() {
        JobCollection node = node("a", new CollectorSettings(8, 5000, 1000, 0, true));
        submit("j");
        finish("j");
        node.start();
        time.pass(Duration.ofSeconds(3));
        node.failed(node.take());

        time.pass(Duration.ofSeconds(3));

        assertThat(node.take().kind()).isEqualTo(Kind.DEAD_LETTER);
    }

    @Test
    void slots_boundWhatIsClaimedAndTheRestStaysFree() {
        JobCollection node = node("a", new CollectorSettings(3, 5000, 1000, 2, false));
        for (int i = 0; i < 10; i++) {
            submit("j" + i);
            finish("j" + i);
        }
        node.start();
        time.pass(Duration.ofSeconds(10));

        assertThat(node.ready()).isEqualTo(3);
        Delivery first = node.take();

        assertThat(node.ready()).isEqualTo(3);
        assertThat(first.stored().owner()).isEqualTo("a");
        node.putBack(first);
        assertThat(node.ready()).isEqualTo(4);
        assertThat(takeAll(node)).hasSize(10);
    }

    @Test
    void failedJob_isDeliveredAsFailureOnce() {
        JobCollection node = node("a");
        submit("j");
        answers.put("j", "{'status':'FAILED','error':'boom'}");
        node.start();
        time.pass(Duration.ofSeconds(3));

        Delivery delivery = node.take();

        assertThat(delivery.kind()).isEqualTo(Kind.FAILED);
        assertThat(delivery.end().reason()).isEqualTo("boom");
        assertThat(delivery.job().requestId()).isEqualTo("j");
        node.completed(delivery);
        time.pass(Duration.ofMinutes(20));
        assertThat(node.take()).isNull();
    }

    @Test
    void repositoryThatIsAway_isToldAndGoneOnWithWhenItIsBack() {
        JobCollection node = node("a");
        submit("j");
        node.start();
        time.pass(Duration.ofSeconds(3));
        repositoryDown = true;
        finish("j");

        time.pass(Duration.ofSeconds(20));

        assertThat(node.takeTrouble()).hasMessage("the database is away");
        assertThat(node.ready()).isZero();
        repositoryDown = false;
        time.pass(Duration.ofSeconds(20));
        assertThat(node.ready()).isEqualTo(1);
    }

    @Test
    void completion_thatTheRepositoryDoesNotTake_isTriedAgainWithoutASecondDelivery() {
        JobCollection node = node("a");
        submit("j");
        finish("j");
        node.start();
        time.pass(Duration.ofSeconds(3));
        Delivery delivery = node.take();
        repositoryDown = true;
        node.completed(delivery);
        assertThat(node.underWay()).isEqualTo(1);
        time.pass(Duration.ofSeconds(25));
        repositoryDown = false;

        time.pass(Duration.ofSeconds(60));

        assertThat(store.keys()).isEmpty();
        assertThat(node.take()).isNull();
        assertThat(node.underWay()).isZero();
    }

    @Test
    void job_thatSomebodyTookOutOfTheRepository_isNotAskedForAnyMore() {
        JobCollection node = node("a");
        submit("j");
        node.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(node.asked()).hasSize(1);

        memory.remove(context, "j", memory.get(context, "j"));
        time.pass(Duration.ofSeconds(6));
        int before = polled.size();
        time.pass(Duration.ofMinutes(5));

        assertThat(node.asked()).isEmpty();
        assertThat(polled).hasSize(before);
    }
}
