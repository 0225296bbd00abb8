package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.Media;
import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images, recordings, videos and documents as bodies. */
class MediaTest extends ChatTestSupport {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1};

    @TempDir
    Path folder;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cached").to("fastrouter:chat?userMessage=What is this?");
            }
        };
    }

    private JsonNode part(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        assertAsDocumented();
        JsonNode content = sent().at("/messages/0/content");
        return content.get(content.size() - 1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,/image_url/url,'data:image/png;base64,'",
        "IMAGE/JPEG; q=1,/image_url/url,'data:image/jpeg;base64,'",
        "video/mp4,/video_url/url,'data:video/mp4;base64,'",
        "application/pdf,/file/file_data,'data:application/pdf;base64,'",
        "audio/mpeg,/input_audio/data,''",
        "audio/x-wav,/input_audio/data,''"
    })
    void contentType_ofTheMessage_decidesThePart(String type, String where, String prefix) {
        byte[] bytes = {1, 2, 3, 4};

        JsonNode part = part("fastrouter:chat", bytes, Map.of(Exchange.CONTENT_TYPE, type));

        assertThat(part.at(where).textValue()).isEqualTo(prefix + base64(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png,image_url",
        "b.JPG,image_url",
        "c.mp3,input_audio",
        "d.wav,input_audio",
        "e.pdf,file",
        "f.mp4,video_url"
    })
    void fileName_ofAFile_decidesThePart(String name, String type) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[] {1, 2, 3});

        for (Object body : List.of(file, file.toFile())) {
            assertThat(part("fastrouter:chat", body, Map.of()).path("type").textValue())
                    .isEqualTo(type);
        }
    }

    @Test
    void firstBytes_ofAnUnnamedBody_decideThePart() {
        assertThat(part("fastrouter:chat", PNG, Map.of()).at("/image_url/url").textValue())
                .startsWith("data:image/png;");
        assertThat(part("fastrouter:chat", PNG, Map.of(Exchange.CONTENT_TYPE, "application/octet-stream"))
                        .at("/image_url/url")
                        .textValue())
                .startsWith("data:image/png;");
        assertThat(part("fastrouter:chat", "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), Map.of())
                        .at("/file/filename")
                        .textValue())
                .isEqualTo("document.pdf");
        assertThat(part("fastrouter:chat", "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII), Map.of())
                        .at("/input_audio/format")
                        .textValue())
                .isEqualTo("wav");
    }

    @Test
    void userMessage_besideAnImage_standsBeforeIt() {
        send("fastrouter:chat?userMessage=What is this?", PNG);

        assertThat(sent().at("/messages/0/content/0").toString())
                .isEqualTo("{\"type\":\"text\",\"text\":\"What is this?\"}");
        assertThat(sent().at("/messages/0/content/1/type").textValue()).isEqualTo("image_url");
        assertAsDocumented();
    }

    @Test
    void filesFromTheFileComponent_areReadFromDisk() throws Exception {
        Files.write(folder.resolve("scan.pdf"), new byte[] {1, 2, 3});
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&initialDelay=0").to("fastrouter:chat?userMessage=Sum up");
            }
        });

        RecordedRequest request = gateway().takeRequest(java.time.Duration.ofSeconds(10));

        assertThat(request.json().at("/messages/0/content/1/file/filename").textValue())
                .isEqualTo("scan.pdf");
        assertThat(request.json().at("/messages/0/content/1/file/file_data").textValue())
                .isEqualTo("data:application/pdf;base64," + base64(new byte[] {1, 2, 3}));
    }

    @Test
    void textFiles_areText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "Grüße");

        assertThat(send("fastrouter:chat", file.toFile()).getException()).isNull();
        assertThat(sent().at("/messages/0/content").textValue()).isEqualTo("Grüße");
    }

    @Test
    void streams_inARouteWithStreamCaching_areSent() {
        Exchange exchange = send("direct:cached", new ByteArrayInputStream(PNG));

        assertThat(exchange.getException()).isNull();
        assertThat(sent().at("/messages/0/content/1/image_url/url").textValue())
                .isEqualTo("data:image/png;base64," + base64(PNG));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12 * 1024 - 1, 12 * 1024, 12 * 1024 + 1, 100_000})
    void bytes_ofAnyLength_areEncodedExactly(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        JsonNode part = part("fastrouter:chat", bytes, Map.of(Exchange.CONTENT_TYPE, "audio/flac"));

        assertThat(part.at("/input_audio/data").textValue()).isEqualTo(base64(bytes));
        assertThat(Long.parseLong(gateway().lastRequest().header("Content-Length")))
                .isEqualTo(gateway().lastRequest().size());
    }

    @Test
    void media_inTurnsOfOnesOwn_areEncodedWhenSent() throws IOException {
        Path file = Files.write(folder.resolve("a.png"), PNG);

        Exchange exchange = send(
                "fastrouter:chat",
                ChatMessage.user(List.of(
                        ContentPart.text("Compare"),
                        ContentPart.of(Media.of("image/png", file)),
                        ContentPart.of(Media.of("image/png", new byte[] {9})))));

        assertThat(exchange.getException()).isNull();
        assertAsDocumented();
        assertThat(sent().at("/messages/0/content/1/image_url/url").textValue()).endsWith(base64(PNG));
        assertThat(sent().at("/messages/0/content/2/image_url/url").textValue()).endsWith("," + base64(new byte[] {9}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain; charset=utf-8"})
    void textType_leftFromAnEarlierStep_isNotBelievedOfAnImage(String type) {
        assertThat(part("fastrouter:chat", PNG, Map.of(Exchange.CONTENT_TYPE, type))
                        .at("/image_url/url")
                        .textValue())
                .isEqualTo("data:image/png;base64," + base64(PNG));
    }

    @Test
    void textType_ofBytesThatCanBeText_isBelieved() {
        Map<String, Object> plain = Map.of(Exchange.CONTENT_TYPE, "text/plain");
        for (String text : List.of("ID3 is a tag, Grüße", "fLaC", "RIFF1234WEBP")) {
            send("fastrouter:chat", text.getBytes(StandardCharsets.UTF_8), plain);
            assertThat(sent().at("/messages/0/content").textValue()).isEqualTo(text);
        }
        send(
                "fastrouter:chat",
                "wide".getBytes(StandardCharsets.UTF_16LE),
                Map.of(Exchange.CONTENT_TYPE, "text/plain", Exchange.CHARSET_NAME, "UTF-16LE"));
        assertThat(sent().at("/messages/0/content").textValue()).isEqualTo("wide");
    }

    @Test
    void unknownBytes_calledText_areRefused() {
        assertRefused(new byte[] {1, 0, 2, 0}, Map.of(Exchange.CONTENT_TYPE, "text/plain"), "octet-stream");
    }

    @Test
    void unknownBytes_areRefused() {
        assertRefused(new byte[] {1, 0, 2}, Map.of(), "application/octet-stream");
        assertRefused(new byte[] {1, 2}, Map.of(Exchange.CONTENT_TYPE, "application/zip"), "application/zip");
        assertRefused(folder.resolve("missing.png"), Map.of(), "not there");
        assertRefused(folder, Map.of(), "not there");
    }

    private void assertRefused(Object body, Map<String, Object> headers, String text) {
        Exchange exchange = send("fastrouter:chat", body, headers);
        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining(text);
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void fileThatShrinksMeanwhile_failsTheExchange() {
        Media shrunk = new Media("image/png", null, 10_000, true, () -> InputStream.nullInputStream());

        Exchange exchange = send("fastrouter:chat", ChatMessage.user(List.of(ContentPart.of(shrunk))));

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getException()).isInstanceOf(ai.fastrouter.camel.error.FastRouterException.class);
    }
}
