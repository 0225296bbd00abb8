package ai.fastrouter.camel.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.ChatTestSupport;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.test.LineEnding;
import ai.fastrouter.camel.test.Reply;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** The four bodies of a streamed answer, read inside a route. */
class StreamOutputTest extends ChatTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunks").to("fastrouter:chat?stream=true").process(StreamOutputTest::readChunks);
                from("direct:enriched").enrich("fastrouter:chat?stream=true").process(StreamOutputTest::readChunks);
                from("direct:text")
                        .to("fastrouter:chat?stream=true&streamOutput=text")
                        .split(body())
                        .streaming()
                        .to("mock:text")
                        .end()
                        .to("mock:after");
                from("direct:sse")
                        .to("fastrouter:chat?stream=true&streamOutput=sse")
                        .process(StreamOutputTest::readBytes);
                from("direct:audio")
                        .to("fastrouter:chat?stream=true&streamOutput=audio&audioVoice=nova")
                        .process(StreamOutputTest::readBytes);
            }
        };
    }

    private static void readChunks(Exchange exchange) {
        Iterator<?> chunks = exchange.getMessage().getBody(Iterator.class);
        ChatStream stream = (ChatStream) chunks;
        List<ChatChunk> all = new ArrayList<>();
        chunks.forEachRemaining(chunk -> all.add((ChatChunk) chunk));
        exchange.setProperty("complete", stream.isComplete());
        exchange.setProperty("response", stream.response());
        exchange.getMessage().setBody(all);
    }

    private static void readBytes(Exchange exchange) throws Exception {
        InputStream stream = exchange.getMessage().getBody(InputStream.class);
        exchange.setProperty("response", ((ChatStream) stream).response());
        exchange.getMessage().setBody(stream.readAllBytes());
    }

    @Test
    @SuppressWarnings("unchecked")
    void chunks_readInTheRoute_areThoseOfTheGateway() {
        gateway().onChat().reply(Reply.stream("Hel", "lo ", "you").model("openai/gpt-5.1-mini"));

        Exchange exchange = send("direct:chunks", "Hi");

        List<ChatChunk> chunks = exchange.getMessage().getBody(List.class);
        assertThat(chunks).extracting(ChatChunk::text).contains("Hel", "lo ", "you");
        assertThat(exchange.getProperty("complete")).isEqualTo(true);
        ChatResponse response = exchange.getProperty("response", ChatResponse.class);
        assertThat(response.text()).isEqualTo("Hello you");
        assertThat(response.finishReason()).isEqualTo("stop");
        assertThat(response.usage().totalTokens()).isPositive();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(FastRouterConstants.RESPONSE_MODEL, "openai/gpt-5.1-mini")
                .containsEntry(FastRouterConstants.FINISH_REASON, "stop")
                .containsEntry(FastRouterConstants.RESPONSE_ID, response.id())
                .containsKey(FastRouterConstants.TOTAL_TOKENS)
                .containsKey(FastRouterConstants.COST);
    }

    @Test
    void chunks_ofAnEnrichment_tellTheUsageByTheirResponse() {
        gateway().onChat().reply(Reply.stream("Hel", "lo"));

        Exchange exchange = send("direct:enriched", "Hi");

        ChatResponse response = exchange.getProperty("response", ChatResponse.class);
        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.finishReason()).isEqualTo("stop");
        assertThat(response.usage().totalTokens()).isPositive();
    }

    @Test
    void request_ofAStream_asksForStreamAndUsage() {
        send("direct:chunks", "Hi");

        assertThat(sent().path("stream").booleanValue()).isTrue();
        assertThat(sent().at("/stream_options/include_usage").booleanValue()).isTrue();
    }

    @Test
    void text_splitInTheRoute_arrivesInPieces() throws Exception {
        gateway().onChat().reply(Reply.stream("Hel", "", "lo"));
        MockEndpoint mock = getMockEndpoint("mock:text");
        mock.expectedBodiesReceived("Hel", "lo");
        MockEndpoint after = getMockEndpoint("mock:after");
        after.expectedHeaderReceived(FastRouterConstants.FINISH_REASON, "stop");

        template.sendBody("direct:text", "Hi");

        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void sse_readInTheRoute_isWhatABrowserUnderstands() {
        gateway()
                .onChat()
                .reply(Reply.sse(
                                "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}",
                                "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
                        .comments()
                        .lineEnding(LineEnding.CRLF)
                        .bom());

        Exchange exchange = send("direct:sse", "Hi");

        assertThat(exchange.getMessage().getBody(String.class))
                .isEqualTo("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n"
                        + "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: [DONE]\n\n");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/event-stream");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.FINISH_REASON))
                .isEqualTo("stop");
    }

    @Test
    void audio_readInTheRoute_isDecodedPieceByPiece() {
        byte[] first = "one!".getBytes(StandardCharsets.US_ASCII);
        byte[] second = "two".getBytes(StandardCharsets.US_ASCII);
        gateway()
                .onChat()
                .reply(Reply.sse(
                        audio(first, "Good "),
                        audio(second, "day"),
                        "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}"));

        Exchange exchange = send("direct:audio", "Hi");

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("one!two");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.TRANSCRIPT))
                .isEqualTo("Good day");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/pcm");
        assertThat(sent().at("/audio").toString()).isEqualTo("{\"voice\":\"nova\",\"format\":\"pcm16\"}");
        assertThat(sent().at("/modalities").toString()).isEqualTo("[\"text\",\"audio\"]");
    }

    private static String audio(byte[] bytes, String transcript) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"audio\":{\"id\":\"a1\",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes) + "\",\"transcript\":\"" + transcript + "\"}}}]}";
    }

    @Test
    @SuppressWarnings("unchecked")
    void json_answeredToAStreamRequest_isOneChunk() {
        gateway()
                .onChat()
                .reply(Reply.json("{\"id\":\"f1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                        + "\"content\":\"All at once\"},\"finish_reason\":\"stop\"}],\"usage\":{\"total_tokens\":5}}"));

        Exchange exchange = send("direct:chunks", "Hi");

        assertThat((List<ChatChunk>) exchange.getMessage().getBody(List.class))
                .extracting(ChatChunk::text)
                .containsExactly("All at once");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.TOTAL_TOKENS))
                .isEqualTo(5L);
    }

    @Test
    void toolCalls_streamedInFragmentsOrWhole_areMerged() {
        gateway()
                .onChat()
                .reply(
                        Reply.toolCall("weather", "{\"city\":\"Oslo\"}").andToolCall("time", "{\"zone\":\"CET\"}"),
                        Reply.toolCall("weather", "{\"city\":\"Oslo\"}")
                                .andToolCall("time", "{\"zone\":\"CET\"}")
                                .wholeToolCalls());

        for (int i = 0; i < 2; i++) {
            Exchange exchange = send("direct:chunks", "Hi");

            ChatResponse response = exchange.getProperty("response", ChatResponse.class);
            assertThat(response.toolCalls()).extracting("name").containsExactly("weather", "time");
            assertThat(response.toolCalls())
                    .extracting("arguments")
                    .containsExactly("{\"city\":\"Oslo\"}", "{\"zone\":\"CET\"}");
            assertThat(response.toolCalls()).extracting("id").doesNotContainNull();
            assertThat(exchange.getMessage().getHeader(FastRouterConstants.TOOL_CALLS))
                    .isEqualTo(response.toolCalls());
            assertThat(response.finishReason()).isEqualTo("tool_calls");
        }
    }
}
