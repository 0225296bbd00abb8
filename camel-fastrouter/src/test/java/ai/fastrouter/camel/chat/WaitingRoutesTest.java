package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Routes that wait on a thread of the component for what only another one of its threads can bring. */
class WaitingRoutesTest extends ChatTestSupport {

    @Override
    protected void configure(FastRouterComponent component) {
        component.setWorkerPoolSize(1);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:synchronous").to("fastrouter:chat").to("fastrouter:chat?synchronous=true");
                from("direct:transacted")
                        .to("fastrouter:chat")
                        .process(e -> e.getUnitOfWork().beginTransactedBy("test"))
                        .to("fastrouter:chat");
                from("direct:bean")
                        .to("fastrouter:chat")
                        .process(e -> e.getMessage()
                                .setBody(template.requestBody(
                                        "fastrouter:chat", e.getMessage().getBody())));
            }
        };
    }

    private List<CompletableFuture<Exchange>> sendMany(String uri, int count) {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(template.asyncSend(uri, e -> e.getMessage().setBody("Hi")));
        }
        return all;
    }

    private void assertAllAnswered(String uri) throws Exception {
        gateway().onChat().always(Reply.chat("Hello"));

        List<CompletableFuture<Exchange>> all = sendMany(uri, 20);

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(25, TimeUnit.SECONDS);
        for (CompletableFuture<Exchange> one : all) {
            assertThat(one.get().getException()).isNull();
            assertThat(one.get().getMessage().getBody()).isEqualTo("Hello");
        }
    }

    @Test
    void secondCall_thatIsSynchronous_ends() throws Exception {
        assertAllAnswered("direct:synchronous");
    }

    @Test
    void secondCall_ofATransactedExchange_ends() throws Exception {
        assertAllAnswered("direct:transacted");
    }

    @Test
    void secondCall_byAProducerTemplate_ends() throws Exception {
        assertAllAnswered("direct:bean");
    }

    @Test
    void contextThatStops_withManyCallsInFlight_endsEachExchange() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        gateway().onChat().always(Reply.chat("Hello").delay(Duration.ofSeconds(60)));
        List<CompletableFuture<Exchange>> all = sendMany("fastrouter:chat", 500);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway().activeRequests() == 500);

        context.stop();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        for (CompletableFuture<Exchange> one : all) {
            assertThat(one.get().getException()).isInstanceOf(FastRouterException.class);
        }
    }
}
