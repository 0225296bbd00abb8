package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.model.GatewayModel;
import ai.fastrouter.camel.model.TranscriptionWord;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The audio routes of the documentation do what it says; only their folders are others. */
class AudioRoutesTest extends CamelTestSupport {

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
        component.getConfiguration().setBaseUrl(GATEWAY.arouterUrl());
        component.getConfiguration().setApiKey("any");
        context.addComponent("fastrouter", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new AudioRoutes();
    }

    /** Starts the context with one route between folders; the other stays where it was, which is nowhere. */
    private void start(String routeId, String from, String to) throws Exception {
        for (String id : new String[] {"speech", "subtitles"}) {
            AdviceWith.adviceWith(context, id, route -> {
                boolean wanted = id.equals(routeId);
                route.replaceFromWith(wanted ? from : "direct:unused-" + id);
                route.weaveByToUri("file:*").replace().to(wanted ? to : "mock:unused");
            });
        }
        context.start();
    }

    private static byte[] spoken(String text, AudioFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Voice.speak(text, format, 1, out);
        return out.toByteArray();
    }

    @Test
    void speech_ofATextFile_isAWavOfTheSameName() throws Exception {
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Path spoken = folder.resolve("spoken");
        Files.writeString(texts.resolve("tale.txt"), "Once upon a time. ".repeat(300));
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
        start("speech", "file:" + texts + "?initialDelay=0", "file:" + spoken);
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        try (InputStream wav = Files.newInputStream(spoken.resolve("tale.wav"))) {
            assertThat(Voice.hear(wav))
                    .hasValue("Once upon a time. ".repeat(300).trim());
        }
        assertThat(GATEWAY.gateway().requestCount()).isEqualTo(2);
    }

    @Test
    void live_speech_reachesTheLoudspeaker() throws Exception {
        start("", "", "");
        template.sendBody("direct:say", "Mind the gap");
        byte[] samples = getMockEndpoint("mock:loudspeaker")
                .getExchanges()
                .get(0)
                .getMessage()
                .getBody(byte[].class);
        assertThat(samples).isEqualTo(spoken("Mind the gap", AudioFormat.PCM));
    }

    @Test
    void subtitles_ofAFilm_lieBesideIt() throws Exception {
        Path films = Files.createDirectory(folder.resolve("films"));
        Files.write(films.resolve("short.webm"), spoken("Action. Cut.", AudioFormat.WAV));
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
        start(
                "subtitles",
                "file:" + films + "?initialDelay=0&noop=true",
                "file:" + films + "?fileName=${file:name.noext}.srt");
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(films.resolve("short.srt"))
                .content()
                .contains("00:00:00,000 -->")
                .contains("Action.");
        assertThat(GATEWAY.gateway().lastRequest().part("file").fileName()).isEqualTo("short.webm");
    }

    @Test
    void words_comeOneByOne() throws Exception {
        start("", "", "");
        MockEndpoint words = getMockEndpoint("mock:word");
        words.expectedMessageCount(3);
        template.sendBody("direct:words", spoken("Mind the gap", AudioFormat.WAV));
        words.assertIsSatisfied();
        assertThat(words.getExchanges())
                .extracting(exchange ->
                        exchange.getMessage().getBody(TranscriptionWord.class).word())
                .containsExactly("Mind", "the", "gap");
    }

    @Test
    void translation_isEnglish() throws Exception {
        start("", "", "");
        MockEndpoint inbox = getMockEndpoint("mock:inbox");
        inbox.expectedBodiesReceived("Good Morning");
        template.sendBody("direct:voicemail", new ByteArrayInputStream(spoken("Guten Morgen", AudioFormat.MP3)));
        inbox.assertIsSatisfied();
    }

    @Test
    void models_thatSpeak_areFound() throws Exception {
        start("", "", "");
        template.sendBody("direct:audio-models", null);
        assertThat(getMockEndpoint("mock:model").getExchanges())
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.getMessage().getBody(GatewayModel.class))
                        .satisfies(model -> {
                            assertThat(model.outputModalities()).contains("audio");
                            assertThat(model.price("prompt")).isPositive();
                        }));
    }
}
