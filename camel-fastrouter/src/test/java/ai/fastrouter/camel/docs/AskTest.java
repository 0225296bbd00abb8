package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of a route that the local gateway's page shows. */
// tag::ask-test[]
class AskTest extends CamelTestSupport {

    // tag::gateway[]
    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();
    // end::gateway[]

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterTransientException.class).maximumRedeliveries(3);
                from("direct:ask").to("fastrouter:chat?model=openai/gpt-4o&apiKey=any&baseUrl=" + GATEWAY.baseUrl());
            }
        };
    }

    @Test
    void ask_gatewayBusyOnce_asksAgain() {
        GATEWAY.gateway()
                .onChat()
                .reply(Reply.error(429, Envelope.E1, "slow down").retryAfterSeconds(1), Reply.chat("Paris"));

        String answer = template.requestBody("direct:ask", "What is the capital of France?", String.class);

        assertThat(answer).isEqualTo("Paris");
        assertThat(GATEWAY.gateway().requests()).hasSize(2);
    }
}
// end::ask-test[]
