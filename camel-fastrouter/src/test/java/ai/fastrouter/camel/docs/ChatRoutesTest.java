package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.AvailablePortFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the component's page does what it says. */
class ChatRoutesTest extends DocsTestSupport {

    @TempDir
    Path folder;

    private final int port = AvailablePortFinder.getNextAvailable();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addOverrideProperty("port", String.valueOf(port));
        return context;
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            new ChatRoutes(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:loudspeaker").to("mock:loudspeaker");
                }
            }
        };
    }

    @Test
    void ask_answersAndTellsTheCost() {
        Exchange exchange = ask("direct:ask", "Say: Hi", Map.of());

        assertThat(exchange.getMessage().getBody()).isEqualTo("Hi");
        assertThat(exchange.getMessage().getHeaders())
                .containsKeys(FastRouterConstants.TOTAL_TOKENS, FastRouterConstants.COST);
        assertThat(sent().at("/messages/0/content").asText()).isEqualTo("Answer in one sentence.");
        assertThat(sent().path("temperature").asDouble()).isEqualTo(0.2);
    }

    @Test
    void override_byHeaders_holdsForThatMessage() {
        ask("direct:ask-well", "Hello", Map.of("tier", "gold"));
        assertThat(sent().path("model").asText()).isEqualTo("anthropic/claude-4.5-sonnet");
        assertThat(sent().at("/reasoning/effort").asText()).isEqualTo("high");

        ask("direct:ask-well", "Hello", Map.of());
        assertThat(sent().path("model").asText()).isEqualTo("openai/gpt-5-mini");
        assertThat(sent().has("reasoning")).isFalse();
    }

    @Test
    void fallback_sendsModelsProvidersAndFurtherFields() {
        gateway().onChat().reply(Reply.chat("Hi").model("google/gemini-3-pro-preview"));

        Exchange exchange = ask("direct:ask-anyone", "Hello", Map.of());

        assertThat(exchange.getMessage().getHeader(FastRouterConstants.RESPONSE_MODEL))
                .isEqualTo("google/gemini-3-pro-preview");
        assertThat(sent().path("models")).hasSize(2);
        assertThat(sent().at("/provider/order/1").asText()).isEqualTo("openai");
        assertThat(sent().path("top_k").asInt()).isEqualTo(40);
    }

    @Test
    void conversation_goesOnByItsHeader() {
        Exchange first = ask("direct:talk", "Say: Hi", Map.of());
        Object turns = first.getMessage().getHeader(FastRouterConstants.MESSAGES);

        ask("direct:talk", "Say: Bye", Map.of(FastRouterConstants.MESSAGES, turns));

        assertThat(sent().path("messages").findValuesAsText("content")).containsExactly("Say: Hi", "Hi", "Say: Bye");
    }

    @Test
    void request_isSentAsItIs() {
        ask("direct:ask", ChatRoutes.request(), Map.of());

        assertThat(sent().path("messages").findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "user");
        assertThat(sent().path("temperature").asInt()).isZero();
    }

    @Test
    void parts_areSentInOneTurn() throws Exception {
        Path photo = Files.write(folder.resolve("house.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        ask("direct:ask", ChatRoutes.parts(photo), Map.of());

        assertThat(sent().at("/messages/1/content").findValuesAsText("url"))
                .containsExactly("https://example.com/house.jpg", "data:image/png;base64,iVBORw==");
    }

    @Test
    void events_arriveAtTheBrowserAsTheyCame() throws Exception {
        gateway().onChat().reply(Reply.stream("To ", "be"));

        HttpResponse<String> response = browse(HttpResponse.BodyHandlers.ofString());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.body())
                .contains("\"content\":\"To \"")
                .contains("\"content\":\"be\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void browser_thatLeaves_endsTheAnswer() throws Exception {
        String[] words = Collections.nCopies(600, "word ").toArray(String[]::new);
        gateway().onChat().reply(Reply.stream(words).packetDelay(Duration.ofMillis(50)));

        try (InputStream events =
                browse(HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(events.read()).isEqualTo('d');
        }

        await().atMost(Duration.ofSeconds(15))
                .until(() -> gateway().lastRequest().disconnected());
        assertThat(gateway().lastRequest().answered()).isFalse();
    }

    @Test
    void spoken_answersCanBeHeard() throws Exception {
        MockEndpoint loudspeaker = getMockEndpoint("mock:loudspeaker");
        loudspeaker.expectedMessageCount(1);

        ask("direct:say", "Say: Good morning", Map.of());

        loudspeaker.assertIsSatisfied();
        Exchange heard = loudspeaker.getExchanges().get(0);
        assertThat(Voice.hear(heard.getMessage().getBody(InputStream.class))).hasValue("Good morning");
        assertThat(heard.getMessage().getHeader(FastRouterConstants.TRANSCRIPT)).isEqualTo("Good morning");
    }

    @Test
    void client_addsItsHeader() {
        context.removeComponent("fastrouter").stop();
        assertThat(context.hasComponent("fastrouter")).isNull();
        ChatRoutes.client(context);

        Exchange exchange = ask(
                "fastrouter:chat?model=openai/gpt-5.1&apiKey=any&baseUrl="
                        + gateway().arouterUrl(),
                "Hi",
                Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(gateway().lastRequest().header("X-Title")).isEqualTo("Help desk");
    }

    private <T> HttpResponse<T> browse(HttpResponse.BodyHandler<T> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ask"))
                .POST(HttpRequest.BodyPublishers.ofString("Quote something."))
                .build();
        return HttpClient.newHttpClient().send(request, body);
    }

    private Exchange ask(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }
}
