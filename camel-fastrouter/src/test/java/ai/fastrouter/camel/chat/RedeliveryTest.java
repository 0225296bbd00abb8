package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.test.Reply;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second attempt after an answer that was no use. */
class RedeliveryTest extends ChatTestSupport {

    /** A shape to be filled by a model. */
    public record Verdict(String text) {}

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterException.class).maximumRedeliveries(1).redeliveryDelay(0);
                String typed = "fastrouter:chat?conversation=true&outputClass=" + Verdict.class.getName();
                String spoken = "fastrouter:chat?conversation=true&output=audio&audioVoice=nova";
                from("direct:typed").to(typed);
                from("direct:typedCaught")
                        .doTry()
                        .to(typed)
                        .doCatch(FastRouterException.class)
                        .to(typed);
                from("direct:spokenCaught")
                        .doTry()
                        .to(spoken)
                        .doCatch(FastRouterException.class)
                        .to(spoken);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:typed", "direct:typedCaught", "direct:spokenCaught"})
    void answer_thatCanNotBeUsed_isNoPartOfTheConversation(String route) {
        gateway()
                .onChat()
                .reply(
                        Reply.chat("Sorry"),
                        Reply.json(
                                "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                                        + "\"content\":\"{\\\"text\\\":\\\"fine\\\"}\",\"audio\":{\"id\":\"a1\",\"data\":\"AAAA\"}}}]}"));

        Exchange exchange = send(route, "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(2);
        assertThat(sent().path("messages").findValuesAsText("role")).containsExactly("user");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class))
                .hasSize(2)
                .extracting("role")
                .containsExactly("user", "assistant");
    }
}
