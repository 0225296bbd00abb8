package ai.fastrouter.camel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.test.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A stream is open from its first chunk to its end, and counts once. */
class StreamFiguresTest extends OperationsTestSupport {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private volatile Seen whileReading;

    /** What the figures said in the middle of a stream. */
    private record Seen(long inFlight, long open, double gauge, long ended) {}

    @Override
    protected void prepare(CamelContext context) throws Exception {
        context.getRegistry().bind("meters", meters);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream").to("fastrouter:chat?stream=true").process(exchange -> {
                    Iterator<?> chunks = exchange.getMessage().getBody(Iterator.class);
                    chunks.next();
                    whileReading = look();
                    chunks.forEachRemaining(
                            chunk -> Assertions.assertThat(chunk).isNotNull());
                });
            }
        });
    }

    @Test
    void stream_read_isOpenUntilItsEnd() {
        gateway().onChat().reply(Reply.stream("Hel", "lo", "!"));

        Exchange exchange = send("direct:stream", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(whileReading).isEqualTo(new Seen(1, 1, 1, 0));
        assertThat(look()).isEqualTo(new Seen(0, 0, 0, 1));
        assertThat(component.getMonitoring().statistics().outputTokens()).isPositive();
        assertThat(meters.get("gen_ai.client.operation.time_to_first_chunk").timer())
                .satisfies(timer -> {
                    assertThat(timer.count()).isEqualTo(1);
                    assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
                });
        assertThat(meters.get("gen_ai.client.operation.duration")
                        .tag("error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void stream_cut_isClosedAndFailed() {
        gateway().onChat().reply(Reply.stream("Hel", "lo", "!").withoutFinish());

        Exchange exchange = send("direct:stream", "Hi");

        assertThat(exchange.getException()).hasCauseInstanceOf(FastRouterStreamException.class);
        assertThat(look()).isEqualTo(new Seen(0, 0, 0, 1));
        assertThat(component.getMonitoring().statistics().failures()).containsEntry(ErrorCategory.STREAM, 1L);
        assertThat(meters.get("gen_ai.client.operation.duration")
                        .tag("error.type", "stream")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private Seen look() {
        return new Seen(
                component.getMonitoring().statistics().callsInFlight(),
                component.getMonitoring().statistics().openStreams(),
                meters.get("fastrouter.streams.open").gauge().value(),
                component.getMonitoring().statistics().totalCalls());
    }
}
