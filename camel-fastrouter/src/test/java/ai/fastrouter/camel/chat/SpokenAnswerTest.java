package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audio of whole spoken answers. */
class SpokenAnswerTest extends ChatTestSupport {

    private static final String URI = "fastrouter:chat?audioVoice=nova";

    @TempDir
    Path spoolDirectory;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                context.getStreamCachingStrategy().setSpoolEnabled(true);
                context.getStreamCachingStrategy().setSpoolDirectory(spoolDirectory.toFile());
                context.getStreamCachingStrategy().setRemoveSpoolDirectoryWhenStopping(false);
                from("direct:beside")
                        .to(URI)
                        .setHeader("text", body())
                        .transform(exchangeProperty(FastRouterConstants.AUDIO_PROPERTY))
                        .transform(body().convertTo(byte[].class));
            }
        };
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Reply spoken(String base64) {
        return Reply.json("{\"id\":\"x\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":null,\"audio\":{\"id\":\"a1\",\"data\":\"" + base64
                + "\",\"transcript\":\"Hello\",\"expires_at\":1}}}]}");
    }

    private static Reply spoken(byte[] audio) {
        return spoken(Base64.getEncoder().encodeToString(audio));
    }

    private String[] spooled() {
        return spoolDirectory.toFile().list();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 400_000})
    void audio_ofAnyLength_isDecodedExactly(int length) {
        byte[] audio = random(length);
        gateway().onChat().reply(spoken(audio));
        Exchange exchange = send(URI + "&output=audio", "Say hello");
        assertThat(exchange.getMessage().getBody(StreamCache.class).length()).isEqualTo(length);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(audio);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isEqualTo((long) length);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void audio_thatIsLarge_isOnDisk() {
        gateway().onChat().reply(spoken(random(400_000)));
        Exchange exchange = send(URI + "&output=audio", "Say hello");
        assertThat(exchange.getMessage().getBody(StreamCache.class).inMemory()).isFalse();
    }

    @Test
    void headers_ofTheRecordingAsked_areThoseOfTheAnswer() {
        gateway().onChat().reply(spoken(random(10)));
        Exchange exchange = send(
                URI + "&output=audio",
                random(10),
                Map.of(
                        Exchange.CONTENT_TYPE, "audio/mp4",
                        Exchange.CONTENT_LENGTH, 10,
                        Exchange.CONTENT_ENCODING, "identity",
                        Exchange.FILE_NAME, "question.m4a",
                        Exchange.FILE_NAME_CONSUMED, "question.m4a",
                        Exchange.FILE_CONTENT_TYPE, "audio/mp4"));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.FILE_NAME, "question.mp3")
                .containsEntry(Exchange.CONTENT_TYPE, "audio/mpeg")
                .containsEntry(Exchange.CONTENT_LENGTH, 10L)
                .doesNotContainKeys(Exchange.CONTENT_ENCODING, Exchange.FILE_CONTENT_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "&audioFormat=wav,audio/wav,.wav",
        "&audioFormat=opus,audio/ogg,.opus",
        "&audioFormat=pcm16,audio/pcm,.pcm",
        "&additionalBody=#bean:wav,audio/wav,.wav"
    })
    void format_thatWasSent_isTheContentTypeAndTheNamesExtension(String option, String type, String extension) {
        context.getRegistry().bind("wav", Map.of("audio", Map.of("voice", "nova", "format", "wav")));
        gateway().onChat().reply(spoken(random(10)));
        Exchange exchange = send(URI + "&output=audio" + option, "Say hello");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo(type);
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith(extension);
    }

    @Test
    void format_ofAWholeRequestAsBody_isTheContentType() {
        gateway().onChat().reply(spoken(random(10)));
        Exchange exchange = send(
                "fastrouter:chat?output=audio",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"modalities\":[\"text\",\"audio\"],"
                        + "\"audio\":{\"voice\":\"nova\",\"format\":\"flac\"}}");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/flac");
    }

    @Test
    void audio_ofAnAnswerWhoseTextIsTheBody_isInAProperty() {
        byte[] audio = random(400_000);
        gateway().onChat().reply(spoken(audio));
        Exchange exchange = send("direct:beside", "Say hello");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("text")).isEqualTo("Hello");
        assertThat(exchange.getMessage().getBody()).isEqualTo(audio);
        Awaitility.await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }

    @Test
    void property_ofAnEarlierAnswer_isNotLeftBehind() {
        gateway().onChat().reply(Reply.chat("Just text"));
        Exchange exchange = send("fastrouter:chat", message -> {
            message.getMessage().setBody("Hi");
            message.setProperty(FastRouterConstants.AUDIO_PROPERTY, "old");
        });
        assertThat(exchange.getProperty(FastRouterConstants.AUDIO_PROPERTY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "????"})
    void audio_thatIsNotBase64_isAFailure(String data) throws IOException {
        gateway().onChat().reply(spoken(data));
        assertThat(send(URI + "&output=audio", "Say hello").getException())
                .isInstanceOfSatisfying(FastRouterException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("invalid_output");
                    assertThat(e).hasMessageContaining("not base64");
                });
        assertThat(spooled()).isEmpty();
    }
}
