package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel looks at causes before it looks at the failure itself: a clause for those must not submit again. */
class SubmitClausesTest extends JobTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterTransientException.class)
                        .maximumRedeliveries(3)
                        .redeliveryDelay(1)
                        .handled(true)
                        .setBody(constant("transient"));
                onException(FastRouterException.class).handled(true).setBody(constant("other"));
                onException(FastRouterJobException.class).handled(true).setBody(constant("job"));
                from("direct:submit").to("fastrouter:prompt-to-audio");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 500, 502})
    void submit_thatMayBeBilled_isNotTransientToAnyClause(int status) {
        gateway().onSubmit().always(Reply.error(status, Envelope.E1, "trouble"));

        Exchange exchange = send("direct:submit", "rain", Map.of());

        assertThat(exchange.getMessage().getBody()).isEqualTo("job");
        assertThat(submits()).hasSize(1);
    }
}
