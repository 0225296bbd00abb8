package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Heard;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechBodyTest extends SpeechTestSupport {

    @TempDir
    Path files;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:speak").to(URI).to("mock:spoken");
                from("direct:speakToFile").to(URI + "&responseFormat=wav").to("file:" + files);
                from("direct:copies")
                        .to(URI)
                        .multicast()
                        .parallelProcessing()
                        .to("direct:copy", "direct:copy", "direct:copy")
                        .end();
                from("direct:copy").transform(body().convertTo(byte[].class)).to("mock:copy");
                from("direct:parts")
                        .split(body(), new GroupedBodyAggregationStrategy())
                        .to(URI)
                        .end()
                        .process(exchange -> {
                            int sum = 0;
                            for (Object part : exchange.getMessage().getBody(List.class)) {
                                sum += ((InputStream) part).readAllBytes().length;
                            }
                            exchange.getMessage().setBody(sum);
                        });
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void format_askedFor_comesWithItsTypeAndExtension(AudioFormat format) throws Exception {
        Exchange exchange = send(URI + "&responseFormat=" + format.wireName(), "Good morning");
        assertThat(exchange.getException()).isNull();
        byte[] audio = exchange.getMessage().getBody(byte[].class);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo(format.contentType());
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith("." + format.wireName());
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isEqualTo((long) audio.length);
        assertThat(audio).isEqualTo(spoken("Good morning", format));
    }

    @Test
    void headers_ofTheAnswer_areOnTheMessage() {
        gateway()
                .onSpeech()
                .reply(Reply.byDefault().header("X-RateLimit-Limit", "60").header("X-RateLimit-Remaining", "59"));
        Exchange exchange = send(URI, "Hi", Map.of(FastRouterConstants.COST, "of an earlier call"));
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.REQUEST_ID))
                .asString()
                .startsWith("req_");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.RATE_LIMIT))
                .isEqualTo(60L);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.RATE_LIMIT_REMAINING))
                .isEqualTo(59L);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.COST)).isNull();
    }

    @Test
    void contentType_ofTheResponse_isBelieved() {
        gateway().onSpeech().reply(Reply.bytes("audio/x-wav", new byte[] {1, 2, 3}));
        Exchange exchange = send(URI + "&responseFormat=mp3", "Hi");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/x-wav");
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith(".wav");
    }

    @Test
    void contentType_thatSaysNothing_isTakenFromTheFormat() {
        gateway().onSpeech().reply(Reply.bytes("application/octet-stream", new byte[] {1, 2, 3}));
        Exchange exchange = send(URI + "&responseFormat=flac", "Hi");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/flac");
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith(".flac");
    }

    @Test
    void fileName_chosenBefore_isKept() {
        Exchange exchange = send(URI, "Hi", Map.of(Exchange.FILE_NAME, "greeting.audio"));
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("greeting.audio");
    }

    @Test
    void file_writtenByTheFileComponent_playsAndIsAsLongAsTheSpeech() throws Exception {
        template.requestBody("direct:speakToFile", "Hello world, how are you?");
        File[] written = files.toFile().listFiles(file -> file.getName().endsWith(".wav"));
        assertThat(written).hasSize(1);
        Heard heard = Voice.listen(Files.newInputStream(written[0].toPath()));
        assertThat(heard.text()).hasValue("Hello world, how are you?");
        assertThat(heard.duration()).isEqualTo(Voice.duration("Hello world, how are you?", 1));
    }

    @Test
    void smallAudio_staysInMemory() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", 1000));
        Exchange exchange = send(URI, "Hi");
        AudioSpool body = (AudioSpool) exchange.getMessage().getBody();
        assertThat(body.inMemory()).isTrue();
        assertThat(body.length()).isEqualTo(1000);
    }

    @Test
    void largeAudio_isOnDiskWhileTheRouteRuns_andGoneAfterwards() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE).lengthUnknown());
        MockEndpoint mock = getMockEndpoint("mock:spoken");
        mock.expectedMessageCount(1);
        mock.whenAnyExchangeReceived(exchange -> {
            AudioSpool body = (AudioSpool) exchange.getMessage().getBody();
            assertThat(body.inMemory()).isFalse();
            assertThat(body.length()).isEqualTo(LARGE);
            assertThat(spooled()).hasSize(1);
            assertThat(spooled()[0].length()).isEqualTo(LARGE);
            checkGenerated(body);
            body.reset();
            checkGenerated(body);
            body.close();
            checkGenerated(body);
        });
        Exchange exchange = send("direct:speak", "Hi");
        assertThat(exchange.getException()).isNull();
        mock.assertIsSatisfied();
    }

    @Test
    void body_writtenToAStream_isWhole() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        MockEndpoint mock = getMockEndpoint("mock:spoken");
        mock.whenAnyExchangeReceived(exchange -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ((StreamCache) exchange.getMessage().getBody()).writeTo(out);
            checkGenerated(new ByteArrayInputStream(out.toByteArray()));
        });
        assertThat(send("direct:speak", "Hi").getException()).isNull();
    }

    @Test
    void body_askedForThroughATemplate_canStillBeRead() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        try (InputStream audio = template.requestBody("direct:speak", "Hi", InputStream.class)) {
            assertThat(spooled()).isEmpty();
            checkGenerated(audio);
        }
        byte[] bytes = template.requestBody("direct:speak", "Hi", byte[].class);
        checkGenerated(new ByteArrayInputStream(bytes));
    }

    @Test
    void body_readAfterItWasClosedOutsideTheRoute_failsWithAReason() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        InputStream audio = template.requestBody("direct:speak", "Hi", InputStream.class);
        audio.close();
        assertThatThrownBy(audio::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The audio is gone: its exchange is done");
    }

    @Test
    void multicast_inParallel_givesEachBranchTheWholeAudio() throws Exception {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        MockEndpoint mock = getMockEndpoint("mock:copy");
        mock.expectedMessageCount(3);
        send("direct:copies", "Hi");
        mock.assertIsSatisfied();
        for (Exchange copy : mock.getExchanges()) {
            checkGenerated(new ByteArrayInputStream(copy.getMessage().getBody(byte[].class)));
        }
    }

    @Test
    void partsOfASplit_lastUntilTheyAreAggregated() {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", LARGE));
        assertThat(template.requestBody("direct:parts", List.of("One", "Two", "Three"), Integer.class))
                .isEqualTo((int) (3 * LARGE));
    }
}
