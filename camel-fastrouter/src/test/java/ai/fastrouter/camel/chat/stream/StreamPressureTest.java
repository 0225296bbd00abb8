package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Streams that are slow to be read, large, or many. */
class StreamPressureTest extends ChatTestSupport {

    private final ReadBytes read = new ReadBytes();

    @Override
    protected void configure(FastRouterComponent component) {
        component.setHttpClientConfigurer(read::countIn);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:join")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .process(StreamPressureTest::join);
                from("direct:small")
                        .to("fastrouter:chat?stream=true&streamOutput=text&maxResponseSize=100000")
                        .process(StreamPressureTest::join);
            }
        };
    }

    private static void join(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        Iterator<?> pieces = exchange.getMessage().getBody(Iterator.class);
        pieces.forEachRemaining(text::append);
        exchange.getMessage().setBody(text.toString());
    }

    private static String chunk(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
    }

    @Test
    void reader_thatIsSlow_holdsTheGatewayBack() {
        String[] payloads = new String[100];
        Arrays.fill(payloads, chunk("x".repeat(100_000)));
        gateway().onChat().always(Reply.sse(payloads));
        String uri = "fastrouter:chat?stream=true&autoCloseStream=false";
        Iterator<?> slow = (Iterator<?>) template.requestBody(uri, "Hi");
        slow.next();

        // in the time another reader takes for all of it
        assertThat(readAll((Iterator<?>) template.requestBody(uri, "Hi"))).isEqualTo(100);

        assertThat(read.of(1)).isGreaterThan(10_000_000);
        assertThat(read.of(0)).isLessThan(1_000_000);
        assertThat(readAll(slow)).isEqualTo(99);
        assertThat(((ChatStream) slow).isComplete()).isTrue();
    }

    private static int readAll(Iterator<?> chunks) {
        int count = 0;
        while (chunks.hasNext()) {
            // the last has only the finish reason
            count += ((ChatChunk) chunks.next()).text().length() / 100_000;
        }
        return count;
    }

    @Test
    void oneEvent_ofManyMegabytes_isRead() {
        gateway().onChat().reply(Reply.sse(chunk("x".repeat(8_000_000))));

        assertThat(send("direct:join", "Hi").getMessage().getBody(String.class)).hasSize(8_000_000);
    }

    @Test
    void oneEvent_largerThanAllowed_breaksTheStream() {
        gateway().onChat().reply(Reply.sse(chunk("x"), chunk("x".repeat(200_000))));

        Exchange exchange = send("direct:small", "Hi");

        assertThat(exchange.getException(FastRouterException.class))
                .hasMessageContaining("maxResponseSize=100000")
                .extracting(FastRouterException::getCode)
                .isEqualTo("response_too_large");
    }

    @Test
    void manyStreams_atOnce_areAllRead() throws Exception {
        gateway().onChat().always(Reply.stream("a", "b", "c", "d", "e").packetDelay(Duration.ofMillis(30)));
        List<CompletableFuture<String>> all = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            all.add(template.asyncRequestBody("direct:join", "Hi", String.class));
        }

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(all).allSatisfy(text -> assertThat(text).isCompletedWithValue("abcde"));
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway().activeRequests() == 0);
    }
}
