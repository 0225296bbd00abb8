package ai.fastrouter.camel.job.collect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.CannedHead;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.job.collect.Delivery.Kind;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.fetch.FetchRules;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audio that can't be fetched for a while. */
class FetchTroubleTest extends CollectionTestSupport {

    @TempDir
    Path directory;

    private final long start = time.millis();
    private final List<Long> downloads = new ArrayList<>();
    private String trouble;

    /** A media host that fails while there is trouble. */
    private final class Media implements GatewayClient {

        @Override
        public Call send(GatewayRequest request, ResponseHandler handler) {
            downloads.add((time.millis() - start) / 1000);
            if (trouble != null) {
                handler.onFailure(new FastRouterException("trouble", ErrorDetails.ofCode(trouble), null));
                return Call.NONE;
            }
            try {
                BodyReceiver body = handler.onHead(CannedHead.of(200, "content-type", "audio/wav"), bytes -> {});
                body.onData(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                body.onEnd();
            } catch (FastRouterException e) {
                handler.onFailure(e);
            }
            return Call.NONE;
        }

        @Override
        public void close() {}
    }

    private JobCollection node() {
        Media media = new Media();
        FetchRules rules = new FetchRules(false, 0, FetchRules.types("*"), new Timeouts(0, 0, 0, 0));
        SpoolSettings spools = new SpoolSettings(1000, directory, null);
        AudioFetch fetch = new AudioFetch(rules, () -> media, spools, new CallListeners(), "fastrouter:x");
        JobCollection node = node("a", new CollectorSettings(8, 5000, 1000, 3, 600_000, false), fetch);
        submit("j");
        finish("j");
        node.start();
        return node;
    }

    @Test
    void mediaHost_thatIsAwayForMinutes_losesNoClip() {
        trouble = "connect_failed";
        JobCollection node = node();

        time.pass(Duration.ofMinutes(9));
        assertThat(node.ready()).isZero();
        trouble = null;
        time.pass(Duration.ofMinutes(2));

        assertThat(downloads).startsWith(2L, 3L, 5L, 9L, 17L, 33L, 65L, 125L, 185L);
        Delivery delivery = node.take();
        assertThat(delivery.kind()).isEqualTo(Kind.CLIP);
        assertThat(delivery.redeliveries()).isZero();
        assertThat(delivery.audio().spool().length()).isEqualTo(3);
    }

    @Test
    void mediaHost_thatStaysAway_isGivenUpAfterTheTimeOfAJob() {
        trouble = "connect_failed";
        JobCollection node = node();

        time.pass(Duration.ofSeconds(601));
        assertThat(node.ready()).isZero();
        time.pass(Duration.ofSeconds(2));

        assertThat(node.take().kind()).isEqualTo(Kind.UNFETCHED);
        time.pass(Duration.ofMinutes(5));
        assertThat(downloads.get(downloads.size() - 1)).isEqualTo(602);
    }

    @Test
    void causeOnThisMachine_costsNoClipHoweverLongItLasts() {
        trouble = "pool_timeout";
        JobCollection node = node();

        time.pass(Duration.ofHours(3));
        assertThat(node.ready()).isZero();
        trouble = null;
        time.pass(Duration.ofMinutes(1));

        assertThat(node.take().kind()).isEqualTo(Kind.CLIP);
    }

    @Test
    void finishedJob_thatTheGatewayForgetsBeforeItsRedelivery_isFetchedFromWhereItWas() {
        JobCollection node = node();
        time.pass(Duration.ofSeconds(3));
        Delivery first = node.take();
        forgotten.add("j");

        node.failed(first);
        time.pass(Duration.ofSeconds(20)); // a new job gets some polls more

        Delivery second = node.take();
        assertThat(second.kind()).isEqualTo(Kind.CLIP);
        assertThat(second.redeliveries()).isEqualTo(1);
        assertThat(second.job().audioUrl()).isEqualTo("https://m.example/j.wav");
        assertThat(second.audio()).isNotNull();
    }
}
