package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ToolCall;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.junit.jupiter.api.Test;

/** Tools called and answered, and conversations that go on. */
class ToolConversationTest extends ChatTestSupport {

    private static final String URI = "fastrouter:chat?tools=resource:classpath:contract/tools.json&conversation=true";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to(URI)
                        .loopDoWhile(simple("${header.CamelFastRouterToolCalls} != null"))
                        .split(header(FastRouterConstants.TOOL_CALLS), new GroupedBodyAggregationStrategy())
                        .setBody(simple("${body.name} of ${body.arguments}: fine"))
                        .end()
                        .to(URI)
                        .end();
                from("direct:stream")
                        .to(URI + "&stream=true&streamOutput=text")
                        .process(e ->
                                e.getMessage().getBody(java.util.Iterator.class).forEachRemaining(piece -> {}))
                        .setBody(constant(Map.of("call_0", "sunny")));
            }
        };
    }

    private static Reply calls() {
        return Reply.toolCall("weather", "{\"city\":\"Oslo\"}").andToolCall("weather", "{\"city\":\"Rome\"}");
    }

    @Test
    void twoTurns_withPlainEips_answerTheCallsInTheirOrder() {
        gateway().onChat().reply(calls(), Reply.chat("Fine in both"));

        Exchange exchange = send("direct:ask", "Weather in Oslo and Rome?");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Fine in both");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.TOOL_CALLS))
                .isNull();
        JsonNode messages = sent().path("messages");
        assertAsDocumented();
        assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "tool", "tool");
        assertThat(messages.at("/1/content").isNull()).isTrue();
        assertThat(messages.at("/2/content").textValue()).isEqualTo("weather of {\"city\":\"Oslo\"}: fine");
        assertThat(messages.at("/3/content").textValue()).isEqualTo("weather of {\"city\":\"Rome\"}: fine");
        assertThat(messages.at("/2/tool_call_id").textValue())
                .isEqualTo(messages.at("/1/tool_calls/0/id").textValue());
        List<?> turns = exchange.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class);
        assertThat(turns).hasSize(5).last().extracting("content").isEqualTo("Fine in both");
    }

    @Test
    @SuppressWarnings("unchecked")
    void results_byIdOrAsTurnsOrAlone_areTaken() {
        gateway().onChat().reply(calls());
        Exchange exchange = send(URI, "Weather?");
        List<ToolCall> calls = exchange.getMessage().getHeader(FastRouterConstants.TOOL_CALLS, List.class);
        List<ChatMessage> turns = exchange.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class);
        Map<String, Object> headers = Map.of(FastRouterConstants.MESSAGES, turns);

        List<Object> bodies = List.of(
                Map.of(calls.get(0).id(), Map.of("degrees", 4), calls.get(1).id(), "21"),
                List.of(Map.of("degrees", 4), 21),
                List.of(calls.get(0).result("{\"degrees\":4}"), calls.get(1).result("21")));
        for (Object body : bodies) {
            assertThat(send(URI, body, headers).getException()).isNull();
            assertThat(sent().at("/messages/2/content").textValue()).isEqualTo("{\"degrees\":4}");
            assertThat(sent().at("/messages/3/content").textValue()).isEqualTo("21");
            assertAsDocumented();
        }
    }

    @Test
    void oneCall_isAnsweredByAPlainBody() {
        gateway().onChat().reply(Reply.toolCall("weather", "{}"));
        Exchange exchange = send(URI, "Weather?");

        exchange = send(URI, "{\"degrees\":4}", exchange.getMessage().getHeaders());

        assertThat(exchange.getException()).isNull();
        assertThat(sent().at("/messages/2/role").textValue()).isEqualTo("tool");
        assertThat(sent().at("/messages/2/content").textValue()).isEqualTo("{\"degrees\":4}");
    }

    @Test
    void results_thatAreMissingOrTooMany_areRefused() {
        gateway().onChat().reply(calls());
        Map<String, Object> headers = send(URI, "Weather?").getMessage().getHeaders();

        for (Object body : List.of("sunny", List.of("sunny"), Map.of("other", "sunny"), List.of(1, 2, 3))) {
            Exchange exchange = send(URI, body, headers);
            assertThat(exchange.getException())
                    .isInstanceOf(FastRouterRequestException.class)
                    .hasMessageContaining("weather");
        }
        assertThat(gateway().requests()).hasSize(1);
    }

    @Test
    void conversation_switchedOn_goesOnCallByCall() {
        gateway().onChat().reply(Reply.chat("I am fine").reasoning("thinking"), Reply.chat("Bye"));
        String uri = "fastrouter:chat?systemMessage=Be brief&conversation=true";

        Exchange first = send(uri, "How are you?");
        Exchange second = send(uri, "Goodbye", first.getMessage().getHeaders());

        assertThat(second.getMessage().getBody()).isEqualTo("Bye");
        assertThat(sent().path("messages").findValuesAsText("content"))
                .containsExactly("Be brief", "How are you?", "I am fine", "Goodbye");
        // providers want the details back, and not the text of them
        assertThat(sent().at("/messages/2/reasoning_details").isArray()).isTrue();
        assertThat(sent().at("/messages/2").has("reasoning")).isFalse();
        assertThat(second.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class))
                .hasSize(5);
    }

    @Test
    void conversation_switchedOff_leavesTheHeaderAlone() {
        Exchange exchange = send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.MESSAGES, List.of("old")));

        assertThat(exchange.getException()).isNull();
        assertThat(sent().path("messages")).hasSize(1);
        assertThat(send("fastrouter:chat", "Hi").getMessage().getHeader(FastRouterConstants.MESSAGES))
                .isNull();
    }

    @Test
    void conversation_withANonsenseHeader_isRefused() {
        Exchange exchange = send(URI, "Hi", Map.of(FastRouterConstants.MESSAGES, "old"));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("CamelFastRouterMessages")
                .hasMessageNotContaining("old");
    }

    @Test
    void conversation_withANullTurnOrCallId_isRefused() {
        ChatMessage call = new ChatMessage(
                "assistant",
                null,
                null,
                null,
                List.of(ToolCall.of(null, "weather", "{}")),
                null,
                null,
                null,
                null,
                null,
                null);

        Exchange turn = send(
                URI, "Hi", Map.of(FastRouterConstants.MESSAGES, java.util.Arrays.asList(ChatMessage.user("Hi"), null)));
        Exchange id = send(URI, Map.of("call_0", "sunny"), Map.of(FastRouterConstants.MESSAGES, List.of(call)));

        assertThat(turn.getException(FastRouterRequestException.class))
                .hasMessageContaining("A turn must be a ChatMessage")
                .extracting(FastRouterRequestException::getCode)
                .isEqualTo("invalid_body");
        assertThat(id.getException(FastRouterRequestException.class))
                .hasMessageContaining("gave no call id")
                .extracting(FastRouterRequestException::getCode)
                .isEqualTo("invalid_body");
    }

    @Test
    void conversation_ofAWholeRequest_beginsAnew() {
        Exchange exchange = send(
                URI,
                Map.of("messages", List.of(Map.of("role", "user", "content", "Hi"))),
                Map.of(FastRouterConstants.MESSAGES, List.of(ChatMessage.user("old"))));

        assertThat(sent().path("messages")).hasSize(1);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class))
                .hasSize(2);
    }

    @Test
    void conversation_endingWithAnAnswer_needsANewText() {
        Exchange exchange = send(URI, "Hi");

        exchange = send(URI, "", exchange.getMessage().getHeaders());

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("ends with an answer");
    }

    @Test
    void conversation_ofAStream_isKnownAtItsEnd() {
        gateway().onChat().reply(Reply.toolCall("weather", "{\"city\":\"Oslo\"}"));

        Exchange exchange = send("direct:stream", "Weather?");

        List<?> turns = exchange.getMessage().getHeader(FastRouterConstants.MESSAGES, List.class);
        assertThat(turns).hasSize(2);
        assertThat(((ChatMessage) turns.get(1)).toolCalls())
                .extracting("arguments")
                .containsExactly("{\"city\":\"Oslo\"}");
    }

    @Test
    void request_ofOnesOwn_goesOnInJava() {
        gateway().onChat().reply(calls(), Reply.chat("Fine"));
        ChatRequest request = ChatRequest.of(ChatMessage.user("Weather?"));
        String uri = "fastrouter:chat?output=response&tools=resource:classpath:contract/tools.json";

        ChatResponse response = template.requestBody(uri, request, ChatResponse.class);
        request = request.with(response)
                .with(
                        response.toolCalls().get(0).result("4"),
                        response.toolCalls().get(1).result("21"));
        response = template.requestBody(uri, request, ChatResponse.class);

        assertThat(response.text()).isEqualTo("Fine");
        assertAsDocumented();
        assertThat(sent().path("messages").findValuesAsText("role"))
                .containsExactly("user", "assistant", "tool", "tool");
    }
}
