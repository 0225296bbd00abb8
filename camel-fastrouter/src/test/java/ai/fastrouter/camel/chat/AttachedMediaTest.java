package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attached things as bodies, and recordings in containers that hold films as well. */
class AttachedMediaTest extends ChatTestSupport {

    private static final byte[] BYTES = {1, 2, 3, 4};
    private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("question.mp3"), BYTES);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1));
                from("direct:twice").to("fastrouter:chat?userMessage=What is said?");
            }
        };
    }

    private static JsonNode lastPart() {
        JsonNode content = sent().at("/messages/0/content");
        return content.get(content.size() - 1);
    }

    @Test
    void dataHandler_asBody_isMediaAndTheFileStaysAsItIs() throws IOException {
        for (Object body :
                new Object[] {new DataHandler(new FileDataSource(file.toFile())), new FileDataSource(file.toFile())}) {
            assertThat(send("fastrouter:chat", body).getException()).isNull();
            assertThat(lastPart().at("/input_audio/data").textValue()).isEqualTo(BASE64);
            assertThat(lastPart().at("/input_audio/format").textValue()).isEqualTo("mp3");
            assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
        }
    }

    @Test
    void attachment_besideAnEmptyBody_isSentAndAgainOnRedelivery() {
        gateway().onChat().reply(Reply.resetConnection(), Reply.byDefault());
        Exchange exchange = template.request(
                "direct:twice",
                message -> message.getMessage(AttachmentMessage.class)
                        .addAttachment("question", new DataHandler(new FileDataSource(file.toFile()))));
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(2);
        assertThat(sent().at("/messages/0/content/0/text").textValue()).isEqualTo("What is said?");
        assertThat(lastPart().at("/input_audio/data").textValue()).isEqualTo(BASE64);
    }

    @Test
    void attachment_besideAText_isLeftAlone() {
        Exchange exchange = template.request("fastrouter:chat", message -> {
            message.getMessage().setBody("Hi");
            message.getMessage(AttachmentMessage.class)
                    .addAttachment("question", new DataHandler(new FileDataSource(file.toFile())));
        });
        assertThat(exchange.getException()).isNull();
        assertThat(sent().at("/messages/0/content").textValue()).isEqualTo("Hi");
    }

    @Test
    void attachment_thatIsText_isText() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear all");
        assertThat(send("fastrouter:chat", new DataHandler(new FileDataSource(text.toFile())))
                        .getException())
                .isNull();
        assertThat(sent().at("/messages/0/content").textValue()).isEqualTo("Dear all");
    }

    @ParameterizedTest
    @CsvSource({
        "a.webm,,video_url",
        "a.webm,audio/webm;codecs=opus,input_audio",
        "a.mp4,audio/mp4,input_audio",
        "a.mp4,audio/x-m4a,input_audio",
        "a.mp4,audio/mpeg,video_url",
        "a.webm,text/plain,video_url",
        "a.png,audio/webm,image_url"
    })
    void container_ofFilmsOrSound_isWhatTheHeaderSays(String name, String header, String type) throws IOException {
        Path body = Files.write(folder.resolve(name), BYTES);
        Map<String, Object> headers = header == null ? Map.of() : Map.of(Exchange.CONTENT_TYPE, header);
        assertThat(send("fastrouter:chat", body, headers).getException()).isNull();
        assertThat(lastPart().path("type").textValue()).isEqualTo(type);
    }
}
