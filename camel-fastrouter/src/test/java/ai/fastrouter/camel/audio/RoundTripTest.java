package ai.fastrouter.camel.audio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.audio.Voice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech to a file, and back to the same text. */
class RoundTripTest extends AudioTestSupport {

    private static final String TEXT = "The quick brown fox jumps over the lazy dog.";

    @TempDir
    static Path files;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:speak")
                        .toD("fastrouter:speech?model=openai/tts-1&voice=nova&responseFormat=${header.format}")
                        .to("file:" + files + "?fileExist=Fail");
                from("file:" + files + "?noop=true&idempotent=true&initialDelay=0&delay=50")
                        .routeId("hear")
                        .autoStartup(false)
                        .to("fastrouter:transcription?model=openai/whisper-1")
                        .to("mock:heard");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "flac", "wav"})
    void speech_toFileAndBack_isTheSameText(String format) throws Exception {
        template.sendBodyAndHeader("direct:speak", TEXT, "format", format);
        try (var list = Files.list(files)) {
            Path file = list.filter(path -> path.toString().endsWith("." + format))
                    .findFirst()
                    .orElseThrow();
            assertThat(Voice.hear(Files.newInputStream(file))).hasValue(TEXT);
        }
        Exchange heard;
        getMockEndpoint("mock:heard").reset();
        getMockEndpoint("mock:heard").expectedMinimumMessageCount(1);
        context.getRouteController().startRoute("hear");
        getMockEndpoint("mock:heard").assertIsSatisfied();
        heard = getMockEndpoint("mock:heard").getExchanges().get(0);
        assertThat(heard.getMessage().getBody()).isEqualTo(TEXT);
        context.getRouteController().stopRoute("hear");
    }
}
