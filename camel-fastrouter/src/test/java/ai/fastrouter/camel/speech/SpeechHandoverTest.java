package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech between other components. */
class SpeechHandoverTest extends SpeechTestSupport {

    /** Its audio is more than what stays in memory. */
    private static final String TEXT = "Good morning. How are you? ".repeat(20).trim();

    @TempDir
    Path texts;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:handover").to(URI).to("seda:later?waitForTaskToComplete=Never");
                from("seda:later")
                        .delay(100)
                        .transform(body().convertTo(byte[].class))
                        .to("mock:later");
                from("direct:two")
                        .to(URI)
                        .setProperty("first", header(Exchange.FILE_NAME))
                        .filter(header("chosen").isNotNull())
                        .setHeader(Exchange.FILE_NAME, header("chosen"))
                        .end()
                        .setBody(constant("Hi again"))
                        .to(URI + "&responseFormat=wav");
                from("direct:tap").to(URI).wireTap("seda:tapped").to("mock:main");
                from("seda:tapped")
                        .delay(100)
                        .transform(body().convertTo(byte[].class))
                        .to("mock:tapped");
                from("timer:once?repeatCount=1&delay=0")
                        .autoStartup(false)
                        .routeId("timer")
                        .setBody(constant("Hi"))
                        .to(URI)
                        .to("mock:timer");
                from("file:" + texts + "?include=.*txt&noop=true&initialDelay=0&delay=100")
                        .to(URI)
                        .to("mock:fromFile");
            }
        };
    }

    @Test
    void exchange_handedOverToSeda_takesTheAudioAlong() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        MockEndpoint mock = getMockEndpoint("mock:later");
        mock.expectedMessageCount(1);
        send("direct:handover", "Hi");
        mock.assertIsSatisfied();
        checkGenerated(mock.getExchanges().get(0).getMessage().getBody(byte[].class));
    }

    @Test
    void wireTap_thatIsSlower_stillHasTheAudio() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        MockEndpoint mock = getMockEndpoint("mock:tapped");
        mock.expectedMessageCount(1);
        send("direct:tap", "Hi");
        mock.assertIsSatisfied();
        checkGenerated(mock.getExchanges().get(0).getMessage().getBody(byte[].class));
    }

    @Test
    void smallAudio_canBeReadAfterItsExchange() throws Exception {
        gateway().onSpeech().always(Reply.bytes("audio/mpeg", new byte[] {1, 2, 3}));
        MockEndpoint mock = getMockEndpoint("mock:timer");
        mock.expectedMessageCount(1);
        context.getRouteController().startRoute("timer");
        mock.assertIsSatisfied();
        context.getRouteController().stopRoute("timer");
        assertThat(mock.getExchanges().get(0).getMessage().getBody(byte[].class))
                .containsExactly(1, 2, 3);
    }

    @Test
    void largeAudio_isGoneAfterItsExchange_andSaysSo() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        MockEndpoint mock = getMockEndpoint("mock:timer");
        mock.expectedMessageCount(1);
        context.getRouteController().startRoute("timer");
        mock.assertIsSatisfied();
        context.getRouteController().stopRoute("timer");
        InputStream audio =
                (InputStream) mock.getExchanges().get(0).getMessage().getBody();
        assertThatThrownBy(audio::read).isInstanceOf(IOException.class).hasMessageContaining("The audio is gone");
    }

    @Test
    void audio_gotThroughATemplate_canBeSentThroughOtherRoutes() throws Exception {
        Object audio = template.requestBody(URI + "&responseFormat=wav", TEXT);
        assertThat(((StreamCache) audio).inMemory()).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(template.requestBody("fastrouter:transcription?model=openai/whisper-1", audio))
                    .isEqualTo(TEXT);
            Exchange exchange = send(
                    "fastrouter:chat?model=openai/gpt-4o-audio-preview&userMessage=What is said?",
                    audio,
                    java.util.Map.of(Exchange.CONTENT_TYPE, "audio/wav"));
            assertThat(exchange.getException()).isNull();
        }
        InputStream stream = (InputStream) audio;
        assertThat(stream.readAllBytes()).hasSize((int) ((StreamCache) audio).length());
        stream.close();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("until it is closed");
    }

    @Test
    void fileName_ofASecondSpeech_isAnotherOne() {
        Exchange exchange = send("direct:two", "Hi");
        assertThat(exchange.getException()).isNull();
        String first = exchange.getProperty("first", String.class);
        String second = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        assertThat(first).endsWith(".mp3");
        assertThat(second).isEqualTo(first.replace(".mp3", "-2.wav"));
    }

    @Test
    void fileName_chosenBetweenTwoSpeeches_isKept() {
        Exchange exchange = send("direct:two", "Hi", java.util.Map.of("chosen", "mine.bin"));
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("mine.bin");
    }

    @Test
    void fileName_ofTheConsumedText_getsTheAudiosExtension() throws Exception {
        MockEndpoint mock = getMockEndpoint("mock:fromFile");
        mock.expectedHeaderReceived(Exchange.FILE_NAME, "hello.world.mp3");
        mock.expectedMessageCount(1);
        Files.writeString(texts.resolve("hello.part"), "Hello");
        Files.move(texts.resolve("hello.part"), texts.resolve("hello.world.txt"));
        mock.assertIsSatisfied();
    }
}
