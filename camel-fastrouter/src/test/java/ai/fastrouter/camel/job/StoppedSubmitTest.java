package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route that stops while its submit is on its way. */
class StoppedSubmitTest extends JobTestSupport {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public boolean isUseRouteBuilder() {
        return false;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void submit_thatIsGivenUp_isUncertain(boolean await) throws Exception {
        gateway().onSubmit().always(Reply.hang());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:submit").routeId("submit").to("fastrouter:prompt-to-audio?await=" + await);
            }
        });
        context.start();
        CompletableFuture<Exchange> sent = template.asyncSend(
                "direct:submit", exchange -> exchange.getMessage().setBody("rain"));
        Awaitility.await().atMost(LIMIT).until(() -> submits().size() == 1);

        context.getRouteController().stopRoute("submit", 100, TimeUnit.MILLISECONDS);

        Exchange exchange = sent.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterJobException.class, failure -> {
            assertThat(failure.getCode()).isEqualTo("submit_uncertain");
            assertThat(failure).hasMessageContaining("may be billed").hasMessageContaining("The route was stopped");
        });
        assertThat(submits()).hasSize(1);
    }
}
