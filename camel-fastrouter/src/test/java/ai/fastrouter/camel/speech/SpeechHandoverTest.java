package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.test.Reply;
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
    void fileName_ofTheConsumedText_getsTheAudiosExtension() throws Exception {
        MockEndpoint mock = getMockEndpoint("mock:fromFile");
        mock.expectedHeaderReceived(Exchange.FILE_NAME, "hello.world.mp3");
        mock.expectedMessageCount(1);
        Files.writeString(texts.resolve("hello.part"), "Hello");
        Files.move(texts.resolve("hello.part"), texts.resolve("hello.world.txt"));
        mock.assertIsSatisfied();
    }
}
