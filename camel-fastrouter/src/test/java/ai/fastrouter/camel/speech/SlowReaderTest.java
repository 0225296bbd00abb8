package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Live speech whose reader takes its time. */
class SlowReaderTest extends SpeechTestSupport {

    private static final long LONG = 50_000_000;
    /** More than any socket buffer takes. */
    private static final long HUGE = 500_000_000;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:live").to(URI + "&output=stream").to("mock:live");
                from("direct:impatient")
                        .to(URI + "&output=stream&idleTimeout=2000")
                        .to("mock:live");
            }
        };
    }

    @Test
    void slowReader_holdsTheGatewayBack() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", HUGE));
        onStream(stream -> {
            stream.readNBytes(1_000);
            RecordedRequest request = gateway().lastRequest();
            // sockets take some tens of megabytes; not this
            Awaitility.await().during(Duration.ofMillis(300)).atMost(LIMIT).until(() -> !request.answered());
            long rest = 0;
            byte[] buffer = new byte[8192];
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                rest += n;
            }
            assertThat(rest + 1_000).isEqualTo(HUGE);
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }

    @Test
    void slowReader_ofAnEncodedAnswer_holdsTheGatewayBackAsWell() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LONG).gzip());
        onStream(stream -> {
            stream.readNBytes(1_000);
            // a pattern that becomes a hundredth
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .atMost(LIMIT)
                    .until(() -> stream.available() > 0 && stream.available() < LONG / 4);
            assertThat(stream.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isEqualTo(LONG - 1_000);
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }

    @Test
    void slowReader_isNotAnIdleGateway() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", HUGE));
        onStream(stream -> {
            stream.readNBytes(1_000);
            CompletableFuture<Void> pause = new CompletableFuture<>();
            CompletableFuture.delayedExecutor(3_000, TimeUnit.MILLISECONDS).execute(() -> pause.complete(null));
            pause.get(20, TimeUnit.SECONDS);
            assertThat(stream.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isEqualTo(HUGE - 1_000);
        });
        assertThat(send("direct:impatient", "Hi").getException()).isNull();
    }
}
