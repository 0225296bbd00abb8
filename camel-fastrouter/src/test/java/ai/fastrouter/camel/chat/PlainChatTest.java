package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.math.BigDecimal;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

/** Text in, text out. */
class PlainChatTest extends ChatTestSupport {

    private static final String COMPLETION = """
            {"id":"fr_9b2c","object":"chat.completion","created":1700000000,"model":"openai/gpt-5.1-mini",
             "choices":[{"index":0,"message":{"role":"assistant","content":"Bonjour"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"cost":0.00004,"provider":"openai",
              "prompt_tokens_details":{"cached_tokens":4,"audio_tokens":1},
              "completion_tokens_details":{"reasoning_tokens":2,"audio_tokens":5}}}""";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").to("fastrouter:chat?temperature=0.2").to("mock:answer");
            }
        };
    }

    @Test
    void text_sent_isAnsweredWithText() throws Exception {
        gateway().onChat().reply(Reply.json(COMPLETION));
        MockEndpoint mock = getMockEndpoint("mock:answer");
        mock.expectedBodiesReceived("Bonjour");

        template.sendBody("direct:ask", "Say hello in French");

        mock.assertIsSatisfied();
        assertThat(sent().toString())
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Say hello in French\"}],"
                        + "\"model\":\"openai/gpt-5.1\",\"temperature\":0.2}");
        assertThat(gateway().lastRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/chat/completions");
    }

    @Test
    void answer_withUsage_fillsTheHeaders() {
        gateway()
                .onChat()
                .reply(Reply.json(COMPLETION).header("x-request-id", "req-7").header("X-RateLimit-Limit", "60"));

        Exchange exchange = send("direct:ask", "Hi");

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(FastRouterConstants.RESPONSE_ID, "fr_9b2c")
                .containsEntry(FastRouterConstants.RESPONSE_MODEL, "openai/gpt-5.1-mini")
                .containsEntry(FastRouterConstants.FINISH_REASON, "stop")
                .containsEntry(FastRouterConstants.PROVIDER, "openai")
                .containsEntry(FastRouterConstants.PROMPT_TOKENS, 12L)
                .containsEntry(FastRouterConstants.COMPLETION_TOKENS, 3L)
                .containsEntry(FastRouterConstants.TOTAL_TOKENS, 15L)
                .containsEntry(FastRouterConstants.REASONING_TOKENS, 2L)
                .containsEntry(FastRouterConstants.CACHED_TOKENS, 4L)
                .containsEntry(FastRouterConstants.AUDIO_TOKENS, 6L)
                .containsEntry(FastRouterConstants.COST, new BigDecimal("0.00004"))
                .containsEntry(FastRouterConstants.REQUEST_ID, "req-7")
                .containsEntry(FastRouterConstants.RATE_LIMIT, 60L)
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 200);
    }

    @Test
    void outputResponse_asked_givesTheWholeAnswer() {
        gateway().onChat().reply(Reply.json(COMPLETION));

        ChatResponse response = template.requestBody("fastrouter:chat?output=response", "Hi", ChatResponse.class);

        assertThat(response.text()).isEqualTo("Bonjour");
        assertThat(response.usage().cost()).isEqualByComparingTo("0.00004");
        assertThat(response.created()).isEqualTo(1700000000L);
    }

    @Test
    void outputJson_asked_givesTheUntouchedJson() {
        gateway().onChat().reply(Reply.json(COMPLETION));

        Exchange exchange = send("fastrouter:chat?output=json", "Hi");

        assertThat(exchange.getMessage().getBody()).isEqualTo(COMPLETION);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void error_answered_isTypedAndHasTheHttpCause() {
        gateway()
                .onChat()
                .reply(Reply.error(401, Envelope.E1, "authentication_error", "invalid_api_key", "No such key"));

        Exchange exchange = send("direct:ask", "Hi");

        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterAuthenticationException.class, e -> {
            assertThat(e.getStatus()).isEqualTo(401);
            assertThat(e.getCode()).isEqualTo("invalid_api_key");
            assertThat(e.getModel()).isEqualTo("openai/gpt-5.1");
            assertThat(e.getMessage()).contains("No such key").doesNotContain(KEY);
            assertThat(e.getCause()).isInstanceOf(HttpOperationFailedException.class);
        });
    }
}
