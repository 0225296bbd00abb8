package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route at the top of README.md does what it says; only its folders are others. */
class FrontDoorTest extends CamelTestSupport {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @TempDir
    Path folder;

    @Override
    public boolean isUseAdviceWith() {
        return true;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        component.getConfiguration().setBaseUrl(GATEWAY.baseUrl());
        component.getConfiguration().setApiKey("any");
        context.addComponent("fastrouter", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new FrontDoorRoutes();
    }

    @Test
    void recordedCall_inTheFolder_becomesASpokenSummary() throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.chat("The parcel is late. It comes on Monday."));
        Path calls = Files.createDirectory(folder.resolve("calls"));
        Path summaries = folder.resolve("summaries");
        AdviceWith.adviceWith(context, null, route -> {
            route.replaceFromWith("file:" + calls + "?include=.*\\.wav&initialDelay=0");
            route.weaveByToUri("file:summaries").replace().to("file:" + summaries);
        });
        Path recording = folder.resolve("call-7.wav");
        try (OutputStream out = Files.newOutputStream(recording)) {
            Voice.speak("Where is my parcel?", AudioFormat.WAV, 1, out);
        }
        Files.move(recording, calls.resolve("call-7.wav"));
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();

        context.start();

        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(summaries.resolve("call-7.mp3")).isRegularFile();
        try (InputStream summary = Files.newInputStream(summaries.resolve("call-7.mp3"))) {
            assertThat(Voice.hear(summary)).hasValue("The parcel is late. It comes on Monday.");
        }
        assertThat(GATEWAY.gateway().requests(Operation.CHAT))
                .singleElement()
                .satisfies(request -> assertThat(request.json().path("messages").findValuesAsText("content"))
                        .containsExactly("Summarise the call in two sentences.", "Where is my parcel?"));
    }
}
