package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A consumer that submits its own jobs. */
class OwnPromptTest extends CollectTestSupport {

    @Test
    void ownPrompt_makesOneJobAfterTheOther() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM + "&prompt=rain&duration=2")
                        .routeId("own")
                        .convertBodyTo(byte[].class)
                        .to("mock:clips");
            }
        });
        context.start();
        MockEndpoint mock = getMockEndpoint("mock:clips");
        mock.expectedMinimumMessageCount(2);

        await(mock);

        context.getRouteController().stopRoute("own");
        assertThat(submits().size()).isBetween(2, mock.getExchanges().size() + 1);
        assertThat(submits().get(0).json().path("prompt").asText()).isEqualTo("rain");
    }

    @Test
    void ownPrompt_afterASubmitThatMayBeBilled_isNotSubmittedAgain() throws Exception {
        gateway().onSubmit().always(Reply.error(502, Envelope.E1, "trouble"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterJobException.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
                from(FROM + "&prompt=rain&bridgeErrorHandler=true").to("mock:clips");
            }
        });
        context.start();
        Awaitility.await().atMost(LIMIT).until(() -> !failures.isEmpty());

        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> submits().size() == 1);

        assertThat(failures)
                .singleElement()
                .isInstanceOfSatisfying(
                        FastRouterJobException.class,
                        e -> assertThat(e.getCode()).isEqualTo("submit_uncertain"));
    }

    @Test
    void ownPrompt_afterARateLimit_waitsAsLongAsAsked() throws Exception {
        gateway().onSubmit().always(Reply.error(429, Envelope.E1, "slow").retryAfterSeconds(50));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FROM + "&prompt=rain").to("mock:clips");
            }
        });
        context.start();
        Awaitility.await().atMost(LIMIT).until(() -> !submits().isEmpty());

        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(LIMIT)
                .until(() -> submits().size() == 1);
    }

    @Test
    void ownPrompt_thatIsRefused_failsThePoll() throws Exception {
        gateway().onSubmit().always(Reply.empty(402));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
                from(FROM + "&prompt=rain&bridgeErrorHandler=true").to("mock:clips");
            }
        });
        context.start();

        Awaitility.await().atMost(LIMIT).until(() -> !failures.isEmpty());

        assertThat(failures.get(0)).hasMessageContaining("402");
    }
}
