package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.collect.Delivery.Kind;
import ai.fastrouter.camel.job.store.JobStore;
import ai.fastrouter.camel.operations.CaughtLog;
import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One node, from the submit to the delivery. */
class JobCollectionTest extends CollectionTestSupport {

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
    void failedDelivery_isRepeatedUpToItsLimitAndThenExhausted() {
        JobCollection node = node("a", new CollectorSettings(8, 5000, 1000, 2, 600_000, false));
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
        JobCollection node = node("a", new CollectorSettings(8, 5000, 1000, 0, 600_000, true));
        submit("j");
        finish("j");
        node.start();
        time.pass(Duration.ofSeconds(3));
        node.failed(node.take());

        time.pass(Duration.ofSeconds(3));

        assertThat(node.take().kind()).isEqualTo(Kind.DEAD_LETTER);
    }

    @Test
    void jobs_ofAnotherBaseUrl_areLeftAloneAndToldOnce() throws Exception {
        JobStore other = new JobStore(context, store.repository(), "https://other.example/v1");
        for (int i = 0; i < 3; i++) {
            other.record(
                    AnswerReader.readJob("{\"request_id\":\"o" + i + "\",\"response_url\":\"https://q.example/o\"}"),
                    Map.of());
        }
        try (CaughtLog log = CaughtLog.of("ai.fastrouter.camel.job", Level.INFO)) {
            JobCollection node = node("a");
            node.start();
            time.pass(Duration.ofMinutes(5));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains("3 jobs in the repository belong to another baseUrl than https://api.example/v1");
            assertThat(node.asked()).isEmpty();
        }
        assertThat(other.keys()).hasSize(3);
    }

    @Test
    void slots_boundWhatIsClaimedAndTheRestStaysFree() {
        JobCollection node = node("a", new CollectorSettings(3, 5000, 1000, 2, 600_000, false));
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
