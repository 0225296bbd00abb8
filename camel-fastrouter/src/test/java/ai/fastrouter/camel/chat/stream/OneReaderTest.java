package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A streamed body has one reader: whoever comes second is told, instead of finding it empty. */
class OneReaderTest extends ChatTestSupport {

    private static final String URI = "fastrouter:chat?stream=true&streamOutput=";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).to("mock:failed");
                from("direct:inTurn").toD(URI + "${header.output}").multicast().to("direct:read", "direct:read");
                from("direct:atOnce")
                        .toD(URI + "${header.output}")
                        .multicast()
                        .parallelProcessing()
                        .to("direct:read", "direct:read");
                from("direct:tapped")
                        .toD(URI + "${header.output}")
                        .wireTap("direct:read")
                        .to("direct:read");
                from("direct:tappedUnread")
                        .toD(URI + "${header.output}")
                        .wireTap("mock:unread")
                        .to("direct:read");
                from("direct:queued").toD(URI + "${header.output}").to("seda:queue?waitForTaskToComplete=Always");
                from("seda:queue").process(OneReaderTest::read).to("mock:read");
                from("direct:twice")
                        .toD(URI + "${header.output}")
                        .process(OneReaderTest::read)
                        .process(OneReaderTest::read);
                from("direct:read").process(OneReaderTest::read).to("mock:read");
            }
        };
    }

    private static void read(Exchange exchange) throws Exception {
        Object body = exchange.getMessage().getBody();
        StringBuilder text = new StringBuilder();
        if (body instanceof java.io.InputStream in) {
            text.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } else {
            ((Iterator<?>) body).forEachRemaining(text::append);
        }
        exchange.setProperty("text", text.toString());
    }

    private Exchange ask(String route, String output) throws InterruptedException {
        gateway().onChat().reply(Reply.stream("one ", "two ").packetDelay(Duration.ofMillis(50)));
        return send(route, "Hi", Map.of("output", output));
    }

    private void assertOneReadAndOneFailed() throws InterruptedException {
        MockEndpoint read = getMockEndpoint("mock:read");
        read.expectedMessageCount(1);
        MockEndpoint failed = getMockEndpoint("mock:failed");
        // the route that called the one that failed handles the failure too
        failed.expectedMinimumMessageCount(1);
        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
        assertThat(read.getExchanges().get(0).getProperty("text", String.class)).contains("one ", "two ");
        assertThat(failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessageContaining("The stream has one reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sse"})
    void branches_inTurn_oneReadsAndOneFails(String output) throws Exception {
        ask("direct:inTurn", output);

        assertOneReadAndOneFailed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sse"})
    void branches_atOnce_oneReadsAndOneFails(String output) throws Exception {
        ask("direct:atOnce", output);

        assertOneReadAndOneFailed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sse"})
    void wireTap_thatReadsToo_leavesNobodyWithHalfAnAnswer(String output) throws Exception {
        ask("direct:tapped", output);

        // if the tap is first, the route fails, and the stream is closed with its exchange
        MockEndpoint failed = getMockEndpoint("mock:failed");
        failed.expectedMinimumMessageCount(1);
        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
        assertThat(getMockEndpoint("mock:read").getExchanges())
                .allSatisfy(read ->
                        assertThat(read.getProperty("text", String.class)).contains("one ", "two "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sse"})
    void wireTap_thatDoesNotRead_disturbsNobody(String output) throws Exception {
        getMockEndpoint("mock:unread").expectedMessageCount(1);
        getMockEndpoint("mock:read").expectedMessageCount(1);

        assertThat(ask("direct:tappedUnread", output).getException()).isNull();

        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sse"})
    void queue_whoseConsumerIsWaitedFor_reads(String output) throws Exception {
        getMockEndpoint("mock:read").expectedMessageCount(1);

        assertThat(ask("direct:queued", output).getException()).isNull();

        MockEndpoint.assertIsSatisfied(context, 20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "text", "sse"})
    void step_thatReadsAgain_fails(String output) throws Exception {
        Exchange exchange = ask("direct:twice", output);

        assertThat(exchange.getException()).hasMessageContaining("The stream has one reader");
        assertThat(exchange.getProperty("text", String.class)).isNotEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway().activeRequests() == 0);
        assertThat(exchange.getException()).isNotInstanceOf(RuntimeCamelException.class);
    }
}
