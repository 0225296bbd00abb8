package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A repository that is away for a while. */
class RepositoryTroubleTest extends CollectionTestSupport {

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
    void repositoryThatWasAway_leavesTheNodesWhatTheyHad() {
        JobCollection a = node("a");
        submit("j");
        finish("j");
        a.start();
        time.pass(Duration.ofSeconds(3));
        Delivery routed = a.take();
        assertThat(routed).isNotNull();
        JobCollection b = node("b");
        b.start();
        time.pass(Duration.ofSeconds(20));
        times.get("a").freeze(); // its sign of life comes last when the database is back
        repositoryDown = true;
        time.pass(Duration.ofSeconds(60));
        repositoryDown = false;

        time.pass(Duration.ofSeconds(14));
        times.get("a").thaw();
        time.pass(Duration.ofSeconds(60));

        assertThat(b.take()).isNull();
        assertThat(a.isStillMine(routed)).isTrue();
        a.completed(routed);
        assertThat(store.keys()).isEmpty();
    }
}
