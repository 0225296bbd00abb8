package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several nodes. */
class SharedCollectionTest extends CollectionTestSupport {

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
    void suspendedNode_leavesWhatWaitsForItsNextTryToTheOthers() {
        JobCollection a = node("a", new CollectorSettings(8, 5000, 600_000, 3, 600_000, false));
        submit("j1");
        submit("j2");
        finish("j1");
        finish("j2");
        a.start();
        time.pass(Duration.ofSeconds(3));
        Delivery before = a.take();
        Delivery after = a.take();
        JobCollection b = node("b");
        b.start();
        a.failed(before);
        time.pass(Duration.ofSeconds(30));
        assertThat(b.ready()).isZero();

        a.suspend();
        a.failed(after); // its route was still at it
        time.pass(Duration.ofSeconds(30));

        assertThat(takeAll(b))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.redeliveries()).isEqualTo(1));
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
}
