package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.model.GatewayModel;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audio routes of the component's page in XML and YAML do the same; only their folders are others. */
class AudioWithoutJavaTest extends DocsTestSupport {

    @TempDir
    Path folder;

    @Override
    public boolean isUseAdviceWith() {
        return true;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:model").to("mock:model");
            }
        };
    }

    /** Starts the context with a folder that one route reads and one that it writes. */
    private Path start(String routes, String routeId, String options) throws Exception {
        context.getComponent("fastrouter", FastRouterComponent.class)
                .getConfiguration()
                .setBaseUrl(GATEWAY.arouterUrl());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:docs/" + routes));
        Path in = Files.createDirectory(folder.resolve("in"));
        for (String id : new String[] {"speech", "subtitles"}) {
            AdviceWith.adviceWith(context, id, route -> {
                boolean wanted = id.equals(routeId);
                route.replaceFromWith(wanted ? "file:" + in + "?initialDelay=0" : "direct:unused-" + id);
                route.weaveByToUri("file:*")
                        .replace()
                        .to(wanted ? "file:" + folder.resolve("out") + options : "mock:unused");
            });
        }
        context.start();
        return in;
    }

    /** Puts a file where the route looks, whole at once. */
    private void drop(Path file, Path in) throws Exception {
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
        Files.move(file, in.resolve(file.getFileName()));
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio.xml", "audio.yaml"})
    void speech_ofATextFile_isAWavOfTheSameName(String routes) throws Exception {
        Path in = start(routes, "speech", "");

        drop(Files.writeString(folder.resolve("tale.txt"), "Once upon a time. ".repeat(300)), in);

        try (InputStream wav = Files.newInputStream(folder.resolve("out/tale.wav"))) {
            assertThat(Voice.hear(wav))
                    .hasValue("Once upon a time. ".repeat(300).trim());
        }
        assertThat(gateway().requestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio.xml", "audio.yaml"})
    void subtitles_ofAFilm_haveItsName(String routes) throws Exception {
        Path in = start(routes, "subtitles", "?fileName=${file:name.noext}.srt");
        Path film = folder.resolve("short.webm");
        try (OutputStream out = Files.newOutputStream(film)) {
            Voice.speak("Action. Cut.", AudioFormat.WAV, 1, out);
        }

        drop(film, in);

        assertThat(folder.resolve("out/short.srt"))
                .content()
                .contains("00:00:00,000 -->")
                .contains("Action.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio.xml", "audio.yaml"})
    void models_thatSpeak_areFound(String routes) throws Exception {
        start(routes, "", "");

        template.sendBody("direct:audio-models", null);

        assertThat(getMockEndpoint("mock:model").getExchanges())
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.getMessage()
                                .getBody(GatewayModel.class)
                                .outputModalities())
                        .contains("audio"));
        assertThat(gateway().lastRequest().queryParameter("output_modalities")).isEqualTo("audio");
    }
}
