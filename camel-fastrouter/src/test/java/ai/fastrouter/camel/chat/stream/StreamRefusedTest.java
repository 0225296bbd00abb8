package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What is answered in place of a stream, or fails before it says anything: the failure of the call, as of any other. */
class StreamRefusedTest extends ChatTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:text")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .setProperty("read", constant(true));
            }
        };
    }

    private Exchange ask(Reply reply) {
        gateway().onChat().reply(reply);
        return send("direct:text", "Hi");
    }

    @Test
    void errorEvent_beforeAnyText_isTheFailureOfTheCall() {
        Exchange exchange = ask(Reply.sse(
                "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
                "{\"error\":{\"code\":429,\"type\":\"rate_limit_error\",\"message\":\"slow down\"}}"));

        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterRateLimitException.class, e -> {
            assertThat(e.getStatus()).isEqualTo(429);
            assertThat(e.getMessage()).contains("slow down");
        });
        assertThat(exchange.getProperty("read")).isNull();
    }

    @Test
    void errorEvent_asText_isAFailureToo() {
        Exchange exchange = ask(Reply.sse("{\"error\":\"no provider left\"}"));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterException.class)
                .hasMessageContaining("no provider left");
    }

    @Test
    void errorStatus_toAStreamRequest_isTheFailureOfTheCall() {
        Exchange exchange = ask(Reply.error(446, Envelope.E3, "blocked by a guardrail"));

        assertThat(exchange.getException()).isInstanceOf(FastRouterModerationException.class);
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_STATUS)).isEqualTo(446);
    }

    @Test
    void jsonError_answeredWith200ToAStreamRequest_isTheFailureOfTheCall() {
        Exchange exchange = ask(Reply.json("{\"error\":{\"message\":\"upstream\",\"code\":503}}"));

        assertThat(exchange.getException()).isInstanceOf(FastRouterTransientException.class);
    }

    @Test
    void audioJob_answeredToAChat_saysWhichOperationToUse() {
        Exchange exchange = ask(Reply.json("{\"chat_id\":\"fr_77\",\"status\":\"IN_QUEUE\",\"request_id\":\"r-1\","
                + "\"response_url\":\"https://queue.example/requests/r-1\"}"));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("fastrouter:prompt-to-audio");
    }
}
