package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What an answer becomes. */
class OutputTest extends ChatTestSupport {

    /** A shape to be filled by a model. */
    public record Pet(
            String name,
            @JsonPropertyDescription("in years") int age,
            Kind kind,
            List<Pet> children,
            Optional<LocalDate> born,
            Map<String, Double> sizes) {}

    /** An enumeration. */
    public enum Kind {
        CAT,
        DOG
    }

    private static final String PET =
            "{\"name\":\"Tom\",\"age\":3,\"kind\":\"CAT\",\"children\":[],\"born\":null,\"sizes\":{\"tail\":0.3}}";

    private static Reply answer(String message) {
        return Reply.json(
                "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"message\":" + message + ",\"finish_reason\":\"stop\"}]}");
    }

    @Test
    void outputClass_ofTheEndpoint_becomesTheBody() throws Exception {
        gateway().onChat().reply(Reply.chat(PET));

        Exchange exchange = send("fastrouter:chat?outputClass=" + Pet.class.getName(), "A cat");

        assertThat(exchange.getMessage().getBody())
                .isEqualTo(new Pet("Tom", 3, Kind.CAT, List.of(), null, Map.of("tail", 0.3)));
        assertAsDocumented();
        JsonNode schema = sent().at("/response_format/json_schema");
        assertThat(schema.path("name").textValue()).isEqualTo("Pet");
        assertThat(schema.has("strict")).as("with a map").isFalse();
        assertThat(schema.path("schema")).isEqualTo(new ObjectMapper().readTree("""
                                {"title":"Pet","type":"object","properties":{
                                  "name":{"type":"string"},
                                  "age":{"type":"integer","description":"in years"},
                                  "kind":{"type":"string","enum":["CAT","DOG"]},
                                  "children":{"type":"array","items":{"$ref":"#"}},
                                  "born":{"anyOf":[{"type":"string"},{"type":"null"}]},
                                  "sizes":{"type":"object","additionalProperties":{"type":"number"}}},
                                 "required":["name","age","kind","children","born","sizes"],
                                 "additionalProperties":false}"""));
    }

    @Test
    void outputClass_ofTheMessage_becomesTheBody() {
        gateway().onChat().always(Reply.chat("{\"x\":1,\"y\":2}"));

        Exchange exchange = send("fastrouter:chat", "A point", Map.of(FastRouterConstants.OUTPUT_CLASS, Point.class));

        assertThat(exchange.getMessage().getBody()).isInstanceOf(Point.class);
        assertThat(send("fastrouter:chat?output=response&outputClass=" + Point.class.getName(), "A point")
                        .getMessage()
                        .getBody())
                .isInstanceOf(ChatResponse.class);
    }

    /** A bean. */
    public static class Point {
        private int x;
        private int y;

        public int getX() {
            return x;
        }

        public void setX(int x) {
            this.x = x;
        }

        public int getY() {
            return y;
        }

        public void setY(int y) {
            this.y = y;
        }
    }

    @Test
    void outputClass_thatJacksonNeedsAModuleFor_saysSo() {
        gateway().onChat().reply(Reply.chat("{\"born\":\"2020-01-01\"}"));

        assertThat(send("fastrouter:chat?outputClass=" + Pet.class.getName(), "A cat")
                        .getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("java.util.Optional")
                .hasMessageContaining("module");
    }

    @Test
    void outputClass_withAnAnswerThatIsNone_failsWithoutShowingIt() {
        for (String text : List.of("Sorry, secret", "{\"name\":", "[]", "{\"age\":\"secret\"}", PET + " secret")) {
            gateway().onChat().reply(Reply.chat(text));

            Exchange exchange = send("fastrouter:chat?outputClass=" + Pet.class.getName(), "A cat");

            assertThat(exchange.getException()).isInstanceOfSatisfying(FastRouterException.class, e -> {
                assertThat(e.getCode()).isEqualTo("invalid_output");
                assertThat(e.getMessage()).contains(Pet.class.getName()).doesNotContain("secret");
                assertThat(e.getCause()).isNull();
            });
        }
    }

    @Test
    void outputAudio_asked_isADecodedStreamCache() {
        byte[] sound = {1, 2, 3, 4, 5};
        gateway()
                .onChat()
                .reply(answer("{\"role\":\"assistant\",\"content\":null,\"audio\":{\"id\":\"a1\",\"data\":\""
                        + Base64.getEncoder().encodeToString(sound)
                        + "\",\"transcript\":\"Hello\",\"expires_at\":1}}"));

        Exchange exchange = send("fastrouter:chat?output=audio&audioVoice=nova&audioFormat=wav", "Say hello");

        for (int i = 0; i < 2; i++) {
            assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(sound);
            exchange.getMessage().getBody(org.apache.camel.StreamCache.class).reset();
        }
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/wav");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.TRANSCRIPT))
                .isEqualTo("Hello");
    }

    @Test
    void outputAudio_withoutAudio_fails() {
        gateway().onChat().reply(Reply.chat("I can't speak"));

        assertThat(send("fastrouter:chat?output=audio&audioVoice=nova", "Say hello")
                        .getException())
                .isInstanceOfSatisfying(
                        FastRouterException.class, e -> assertThat(e.getCode()).isEqualTo("no_audio"));
    }

    @Test
    void text_ofAnAnswerWithoutContent_isWhatThereIs() {
        gateway()
                .onChat()
                .reply(
                        answer("{\"content\":null,\"audio\":{\"transcript\":\"spoken\"}}"),
                        answer("{\"content\":null,\"refusal\":\"I won't\"}"),
                        answer(
                                "{\"content\":[{\"type\":\"text\",\"text\":\"in \"},{\"type\":\"text\",\"text\":\"parts\"}]}"),
                        Reply.toolCall("wx", "{}"));

        assertThat(send("fastrouter:chat", "Hi").getMessage().getBody()).isEqualTo("spoken");
        assertThat(send("fastrouter:chat", "Hi").getMessage().getBody()).isEqualTo("I won't");
        assertThat(send("fastrouter:chat", "Hi").getMessage().getBody()).isEqualTo("in parts");
        assertThat(send("fastrouter:chat", "Hi").getMessage().getBody()).isNull();
    }

    @Test
    void headers_ofAnEarlierAnswer_areNotLeftBehind() {
        gateway().onChat().reply(Reply.toolCall("wx", "{}").reasoning("hm"), answer("{\"content\":\"Hi\"}"));
        Exchange first = send("fastrouter:chat", "Hi");
        assertThat(first.getMessage().getHeader(FastRouterConstants.REASONING)).isEqualTo("hm");

        Exchange second = send("fastrouter:chat", "Hi", first.getMessage().getHeaders());

        assertThat(second.getMessage().getHeaders())
                .doesNotContainKeys(
                        FastRouterConstants.TOOL_CALLS,
                        FastRouterConstants.REASONING,
                        FastRouterConstants.TOTAL_TOKENS,
                        FastRouterConstants.COST);
        assertThat(second.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void status246_withAnAnswer_isASuccess() {
        gateway().onChat().reply(Reply.chat("watched").status(246));

        Exchange exchange = send("fastrouter:chat", "Hi");

        assertThat(exchange.getMessage().getBody()).isEqualTo("watched");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(246);
    }

    @Test
    void answers_thatAreNone_areFailures() {
        gateway()
                .onChat()
                .reply(
                        Reply.json(
                                "{\"error\":{\"message\":\"no credits\",\"code\":\"insufficient_credits\",\"status\":402}}"),
                        Reply.json("{\"choices\":[]}"),
                        Reply.json("not json, secret"),
                        Reply.html(200, "<html>secret</html>"),
                        Reply.json(
                                "{\"choices\":[{\"message\":{\"content\":\"secret\"},\"finish_reason\":\"error\"}]}"),
                        Reply.json(
                                "{\"chat_id\":\"fr_1\",\"status\":\"IN_QUEUE\",\"response_url\":\"https://q.example/1\"}"));

        assertThat(send("fastrouter:chat", "Hi").getException())
                .isInstanceOf(FastRouterQuotaException.class)
                .hasMessageContaining("no credits");
        for (String code : List.of("invalid_response", "invalid_response", "invalid_response")) {
            assertThat(send("fastrouter:chat", "Hi").getException())
                    .isInstanceOfSatisfying(FastRouterException.class, e -> {
                        assertThat(e.getCode()).isEqualTo(code);
                        assertThat(e.getMessage()).doesNotContain("secret");
                    });
        }
        assertThat(send("fastrouter:chat", "Hi").getException())
                .isInstanceOfSatisfying(FastRouterTransientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("finish_reason_error");
                    assertThat(e.getMessage()).doesNotContain("secret");
                });
        assertThat(send("fastrouter:chat", "Hi").getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("prompt-to-audio");
    }
}
