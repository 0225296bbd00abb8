package ai.fastrouter.camel.benchmark.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The ways to make a call that are measured beside each other. */
public final class Subjects {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECTIONS = 20_000;

    private Subjects() {}

    /** The component: one asynchronous producer, plain answer. */
    public static Subject component(String baseUrl) {
        return fastrouter("fastrouter:chat", baseUrl, "");
    }

    /** The component, streamed answer read as chunks by whoever holds the body. */
    public static Subject componentChunks(String baseUrl) {
        return fastrouter("fastrouter:chat stream=true", baseUrl, "&stream=true");
    }

    /** The component, streamed answer read as texts. */
    public static Subject componentTexts(String baseUrl) {
        return fastrouter("fastrouter:chat streamOutput=text", baseUrl, "&stream=true&streamOutput=text");
    }

    private static Subject fastrouter(String name, String baseUrl, String options) {
        return new CamelSubject(name, false, new RouteBuilder() {
            @Override
            public void configure() {
                var component = getContext().getComponent("fastrouter", ai.fastrouter.camel.FastRouterComponent.class);
                component.setMaxTotalConnections(CONNECTIONS);
                component.setConnectionsPerRoute(CONNECTIONS);
                from("direct:call")
                        .to("fastrouter:chat?apiKey=bench&autoCloseStream=false&baseUrl=" + baseUrl + "&model="
                                + Question.MODEL + options);
            }
        });
    }

    /** What people write without the component: marshal, {@code http:}, unmarshal. */
    public static Subject handWritten(String baseUrl) {
        return new CamelSubject("hand-written route", true, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .process(exchange -> exchange.getMessage().setBody(request(false)))
                        .marshal()
                        .json(JsonLibrary.Jackson)
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader("Authorization", constant("Bearer bench"))
                        .to(http(baseUrl))
                        .unmarshal()
                        .json(JsonLibrary.Jackson)
                        .process(exchange -> exchange.getMessage()
                                .setBody(answer(exchange.getMessage().getBody(Map.class))));
            }
        });
    }

    /** The same for streams: the answer of {@code http:} read by lines. */
    public static Subject handWrittenStream(String baseUrl) {
        return new CamelSubject("hand-written route, by lines", true, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .process(exchange -> exchange.getMessage().setBody(request(true)))
                        .marshal()
                        .json(JsonLibrary.Jackson)
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader("Authorization", constant("Bearer bench"))
                        .to(http(baseUrl) + "&disableStreamCache=true")
                        .process(Subjects::readByLines);
            }
        });
    }

    private static String http(String baseUrl) {
        return baseUrl + "/chat/completions?httpMethod=POST&connectionsPerRoute=1000&maxTotalConnections=1000";
    }

    private static Map<String, Object> request(boolean stream) {
        return Map.of(
                "model",
                Question.MODEL,
                "stream",
                stream,
                "messages",
                List.of(Map.of("role", "user", "content", Question.TEXT)));
    }

    private static Object answer(Map<?, ?> completion) {
        Map<?, ?> choice = (Map<?, ?>) ((List<?>) completion.get("choices")).get(0);
        return ((Map<?, ?>) choice.get("message")).get("content");
    }

    private static void readByLines(Exchange exchange) throws IOException {
        int chunks = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(exchange.getMessage().getBody(InputStream.class), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: {")) {
                    JsonNode chunk = MAPPER.readTree(line.substring(6));
                    chunk.path("choices").path(0).path("delta").path("content").asText();
                    chunks++;
                }
            }
        }
        if (chunks < Question.CHUNKS) {
            throw new IllegalStateException("only " + chunks + " chunks");
        }
        exchange.getMessage().setBody(Question.ANSWER_BEGINS);
    }
}
