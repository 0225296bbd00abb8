package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ContentPart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What a body may be, and how it is sent. Media have a test of their own. */
class BodyTest extends ChatTestSupport {

    record Order(int id, BigDecimal total) {}

    private JsonNode messages(String uri, Object body) {
        return messages(uri, body, Map.of());
    }

    private JsonNode messages(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        assertAsDocumented();
        return sent().path("messages");
    }

    private void assertRefused(Object body, String... texts) {
        Exchange exchange = send("fastrouter:chat", body);
        assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterRequestException.class, e -> {
            assertThat(e.getMessage()).contains(texts);
            assertThat(e.getCode()).isEqualTo("invalid_body");
        });
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void text_ofEveryKind_isTheUsersTurn() {
        byte[] latin1 = "Grüße".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(messages("fastrouter:chat", "Hi").toString()).isEqualTo("[{\"role\":\"user\",\"content\":\"Hi\"}]");
        assertThat(content(new StringBuilder("Hi"))).isEqualTo("Hi");
        assertThat(content("Hi".getBytes(StandardCharsets.UTF_8))).isEqualTo("Hi");
        assertThat(content(new ByteArrayInputStream("Hi".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Hi");
        assertThat(content(new java.io.StringReader("Hi"))).isEqualTo("Hi");
        assertThat(content(42)).isEqualTo("42");
        assertThat(messages("fastrouter:chat", latin1, Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"))
                        .at("/0/content")
                        .textValue())
                .isEqualTo("Grüße");
    }

    private String content(Object body) {
        return messages("fastrouter:chat", body).at("/0/content").textValue();
    }

    @Test
    void oddCharacters_ofAnyKind_becomeValidJson() {
        String odd = "nul \u0000, quote \", back \\, emoji 🐪, tab \t, line\n, \u2028, é";

        assertThat(content(odd)).isEqualTo(odd);
        assertThat(content("half \uD83D of a pair \uDC2A")).isEqualTo("half \uFFFD of a pair \uFFFD");
        assertThat(messages("fastrouter:chat?temperature=0&seed=1", odd, Map.of(FastRouterConstants.USER, "\uD83D"))
                        .at("/0/content")
                        .textValue())
                .isEqualTo(odd);
    }

    @Test
    void longText_ofAMegabyte_arrivesWhole() {
        String text = "üx".repeat(500_000);

        assertThat(content(text)).isEqualTo(text);
    }

    @Test
    void emptyBody_withAUserMessage_isThatMessage() {
        assertThat(messages("fastrouter:chat?userMessage=Tell a joke", null)
                        .at("/0/content")
                        .textValue())
                .isEqualTo("Tell a joke");
        assertThat(messages("fastrouter:chat", "  ", Map.of(FastRouterConstants.USER_MESSAGE, "Another"))
                        .at("/0/content")
                        .textValue())
                .isEqualTo("Another");
    }

    @Test
    void emptyBody_withoutAUserMessage_isRefused() {
        assertRefused(null, "The body is empty", "userMessage");
        assertRefused("", "The body is empty");
        assertRefused(new byte[0], "The body is empty");
        assertRefused(List.of(), "empty list");
    }

    @Test
    void systemMessage_isPutFirstUnlessThereIsOne() {
        String uri = "fastrouter:chat?systemMessage=Be brief";

        assertThat(messages(uri, "Hi").findValuesAsText("role")).containsExactly("system", "user");
        assertThat(messages(uri, List.of(ChatMessage.system("Be long"), ChatMessage.user("Hi")))
                        .findValuesAsText("content"))
                .containsExactly("Be long", "Hi");
        assertThat(messages(uri, ChatMessage.user("Hi")).findValuesAsText("content"))
                .containsExactly("Be brief", "Hi");
    }

    @Test
    void request_asMapJsonOrRecord_isSentAsItIs() {
        Map<String, Object> map = Map.of(
                "messages", List.of(Map.of("role", "user", "content", "Hi", "name", "kim")),
                "temperature", new BigDecimal("0.70"),
                "metadata", Map.of("a", List.of(1, true, "x")));
        String json = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\",\"name\":\"kim\"}],\"temperature\":0.70,"
                + "\"metadata\":{\"a\":[1,true,\"x\"]}}";
        ChatRequest request = ChatRequest.fromMap(map);

        for (Object body : List.of(map, json, json.getBytes(StandardCharsets.UTF_8), request)) {
            messages("fastrouter:chat?temperature=0.1&topP=0.5", body);
            assertThat(sent().at("/messages/0/name").textValue()).isEqualTo("kim");
            // the body before the endpoint, and the endpoint where the body says nothing
            assertThat(gateway().lastRequest().body()).contains("\"temperature\":0.70");
            assertThat(sent().at("/top_p").doubleValue()).isEqualTo(0.5);
            assertThat(sent().at("/metadata").toString()).isEqualTo("{\"a\":[1,true,\"x\"]}");
        }
    }

    @Test
    void request_withHeaders_isOverriddenByThem() {
        Map<String, Object> map = Map.of(
                "model",
                "in/body",
                "max_completion_tokens",
                5,
                "provider",
                Map.of("sort", "price"),
                "messages",
                List.of(Map.of("role", "user", "content", "Hi")));

        messages(
                "fastrouter:chat?maxTokens=9&additionalBody.seed=3",
                map,
                Map.of(FastRouterConstants.MODEL, "in/header", FastRouterConstants.PROVIDER_ONLY, "azure"));

        assertThat(sent().path("model").textValue()).isEqualTo("in/header");
        assertThat(sent().path("provider").toString()).isEqualTo("{\"only\":[\"azure\"]}");
        assertThat(sent().path("seed").intValue()).isEqualTo(3);
        assertThat(sent().path("max_completion_tokens").intValue()).isEqualTo(5);
        assertThat(sent().has("max_tokens")).isFalse();
    }

    @Test
    void request_thatSaysStream_decidesIt() {
        Map<String, Object> streamed =
                Map.of("stream", true, "messages", List.of(Map.of("role", "user", "content", "Hi")));
        Map<String, Object> whole =
                Map.of("stream", false, "messages", List.of(Map.of("role", "user", "content", "Hi")));

        assertThat(send("fastrouter:chat", streamed).getMessage().getBody()).isInstanceOf(java.util.Iterator.class);
        assertThat(send("fastrouter:chat?stream=true", whole).getMessage().getBody())
                .isInstanceOf(String.class);
        assertThat(sent().has("stream_options")).isFalse();
        assertThat(send("fastrouter:chat", streamed, Map.of(FastRouterConstants.STREAM, false))
                        .getMessage()
                        .getBody())
                .isInstanceOf(String.class);
    }

    @Test
    void otherJson_isWhatTheUserSays() {
        assertThat(content("{\"order\":7}")).isEqualTo("{\"order\":7}");
        assertThat(content("{\"messages\":\"none\"}")).isEqualTo("{\"messages\":\"none\"}");
        assertThat(content("{\"messages\":[ broken")).isEqualTo("{\"messages\":[ broken");
        assertThat(content("[1,2]")).isEqualTo("[1,2]");
    }

    @Test
    void turns_inAList_areTheConversation() {
        JsonNode messages = messages(
                "fastrouter:chat",
                List.of(
                        ChatMessage.user("Hi"),
                        Map.of("role", "assistant", "content", "Hello"),
                        ChatMessage.user(List.of(
                                ContentPart.text("What is this?"),
                                ContentPart.image("https://x.example/a.png", "low")))));

        assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "user");
        assertThat(messages.at("/2/content/1").toString())
                .isEqualTo(
                        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.example/a.png\",\"detail\":\"low\"}}");
    }

    @Test
    void oneTurnOrItsParts_areTheUsersTurn() {
        assertThat(messages("fastrouter:chat", Map.of("role", "user", "content", "Hi"))
                        .at("/0/content")
                        .textValue())
                .isEqualTo("Hi");
        assertThat(messages("fastrouter:chat", List.of(ContentPart.text("a"), ContentPart.text("b")))
                        .at("/0/content")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void objects_ofTheUser_areSentAsJson() {
        assertThat(content(new Order(7, new BigDecimal("9.90")))).isEqualTo("{\"id\":7,\"total\":9.90}");
    }

    @Test
    void objectMapper_ofTheRegistry_isTakenWhenAsked() {
        ObjectMapper mapper = new ObjectMapper()
                .setPropertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE);
        context.getRegistry().bind("mapper", mapper);
        Order order = new Order(7, BigDecimal.ONE);

        assertThat(messages("fastrouter:chat?autoDiscoverObjectMapper=true", order)
                        .at("/0/content")
                        .textValue())
                .isEqualTo("{\"Id\":7,\"Total\":1}");
        assertThat(messages("fastrouter:chat?objectMapper=#mapper", order)
                        .at("/0/content")
                        .textValue())
                .isEqualTo("{\"Id\":7,\"Total\":1}");
    }

    @Test
    void bodies_thatMakeNoSense_areRefusedByTheirType() {
        assertRefused(Optional.of("x"), "java.util.Optional");
        assertRefused(Map.of("text", "Hi"), "messages", "role", "text");
        assertRefused(List.of(1, 2), "java.lang.Integer");
        assertRefused(Map.of("messages", "none"), "messages", "list");
        assertRefused(Map.of("messages", List.of()), "at least one turn");
        assertRefused(ChatRequest.of(), "at least one turn");
    }

    @Test
    void turns_withSomethingThatWouldBeLost_areRefused() {
        assertRefused(java.util.Arrays.asList(ChatMessage.user("Hi"), null), "A turn must be", "null");
        assertRefused(List.of(Map.of("role", "user", "content", Map.of("a", 1))), "content must be a text", "Map");
        assertRefused(
                List.of(Map.of(
                        "role",
                        "assistant",
                        "tool_calls",
                        List.of(Map.of("id", "c1", "function", Map.of("name", "wx", "arguments", Map.of("a", 1)))))),
                "arguments must be a text");
    }

    @Test
    void redelivery_ofAStreamThatCanBeReadOnce_sendsItAgain() {
        gateway()
                .onChat()
                .reply(ai.fastrouter.camel.test.Reply.error(503, ai.fastrouter.camel.test.Envelope.E2, "busy"));
        Exchange exchange = context.getEndpoint("fastrouter:chat").createExchange();
        exchange.getMessage().setBody(new ByteArrayInputStream("Hi".getBytes(StandardCharsets.UTF_8)));

        template.send("fastrouter:chat", exchange);
        exchange.setException(null);
        template.send("fastrouter:chat", exchange);

        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(
                                request.json().at("/messages/0/content").textValue())
                        .isEqualTo("Hi"));
    }
}
