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
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech between other components. */
class SpeechHandoverTest extends SpeechTestSupport {

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
    void fileName_ofTheConsumedText_getsTheAudiosExtension() throws Exception {
        MockEndpoint mock = getMockEndpoint("mock:fromFile");
        mock.expectedHeaderReceived(Exchange.FILE_NAME, "hello.world.mp3");
        mock.expectedMessageCount(1);
        Files.writeString(texts.resolve("hello.part"), "Hello");
        Files.move(texts.resolve("hello.part"), texts.resolve("hello.world.txt"));
        mock.assertIsSatisfied();
    }
}
