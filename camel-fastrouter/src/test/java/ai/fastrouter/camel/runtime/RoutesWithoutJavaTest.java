package ai.fastrouter.camel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An application of Camel Main: properties in a file, routes for all operations in a file, no Java. One subclass for each language
 * of routes; they hold the same routes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoutesWithoutJavaTest {

    private static final String TEXT = "The quick brown fox";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final String routes;
    private Main main;
    private ProducerTemplate camel;

    RoutesWithoutJavaTest(String routes) {
        this.routes = routes;
    }

    @BeforeAll
    void start() {
        main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:runtime/application.properties");
        main.addOverrideProperty("gateway.url", gateway().baseUrl());
        main.addOverrideProperty("routes", routes);
        main.start();
        camel = main.getCamelContext().createProducerTemplate();
    }

    @AfterAll
    void stop() {
        main.stop();
    }

    @Test
    void properties_ofTheFile_configureTheComponent() {
        FastRouterComponent component = main.getCamelContext().getComponent("fastrouter", FastRouterComponent.class);
        FastRouterConfiguration configuration = component.getConfiguration();
        assertThat(component.getWorkerPoolSize()).isEqualTo(2);
        assertThat(configuration.getIdleTimeout()).isEqualTo(30_000);
        assertThat(configuration.getAdditionalBody()).containsEntry("service_tier", "flex");
    }

    @Test
    void chat_withParametersByName_sendsThem() {
        gateway().onChat().reply(Reply.chat("Hi"));
        assertThat(camel.requestBody("direct:chat", "Hello", String.class)).isEqualTo("Hi");
        JsonNode request = gateway().lastRequest().json();
        assertThat(request.at("/messages/0/content").asText()).isEqualTo("Be brief.");
        assertThat(request.at("/messages/1/content").asText()).isEqualTo("Hello");
        assertThat(request.get("temperature").asDouble()).isEqualTo(0.2);
        assertThat(request.get("max_tokens").asInt()).isEqualTo(50);
        assertThat(request.at("/stop/1").asText()).isEqualTo("STOP");
        assertThat(request.get("service_tier").asText()).isEqualTo("flex");
        assertThat(request.get("model").asText()).isEqualTo("openai/gpt-4o");
    }

    @Test
    void chat_withAMapAsBody_sendsItsMessages() {
        String body = "{\"messages\": [{\"role\": \"user\", \"content\": \"one\"},"
                + "{\"role\": \"assistant\", \"content\": \"two\"}, {\"role\": \"user\", \"content\": \"three\"}]}";
        assertThat(camel.requestBody("direct:conversation", body, String.class)).isNotEmpty();
        assertThat(gateway().lastRequest().json().at("/messages/2/content").asText())
                .isEqualTo("three");
    }

    @Test
    void chat_streamed_becomesEventsForABrowser() {
        gateway().onChat().reply(Reply.stream("Good ", "morning"));
        String events = camel.requestBody("direct:events", "Hello", String.class);
        assertThat(events).contains("data:", "Good ", "morning").endsWith("data: [DONE]\n\n");
    }

    @Test
    void speech_andTranscription_roundTripTheText() throws Exception {
        byte[] audio = camel.requestBody("direct:speak", TEXT, byte[].class);
        assertThat(Voice.hear(new ByteArrayInputStream(audio))).hasValue(TEXT);
        InputStream stream = new ByteArrayInputStream(audio);
        assertThat(camel.requestBody("direct:hear", stream, String.class)).isEqualTo(TEXT);
    }

    @Test
    void translation_ofAStream_isText() throws Exception {
        InputStream audio = Voice.open(TEXT, AudioFormat.WAV, 1);
        assertThat(camel.requestBody("direct:translate", audio, String.class)).isEqualTo(TEXT);
        assertThat(gateway().requests(Operation.TRANSLATION)).hasSize(1);
    }

    /** The fields of records are found by their names. */
    @Test
    void models_filtered_areRecordsThatSimpleReads() {
        assertThat(camel.requestBody("direct:models", null, String.class)).contains("/");
        assertThat(gateway().lastRequest().queryParameter("output_modalities")).isEqualTo("audio");
    }

    @Test
    void promptToAudio_awaited_isTheAudio() {
        byte[] audio = camel.requestBody("direct:jingle", "rain on a roof", byte[].class);
        assertThat(audio).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void promptToAudio_consumed_isAnExchangeForEachClip() throws Exception {
        MockEndpoint clips = main.getCamelContext().getEndpoint("mock:clips", MockEndpoint.class);
        clips.expectedMessageCount(1);
        clips.expectedHeaderReceived("customer", "c-1");
        clips.setResultWaitTime(20_000);

        camel.sendBodyAndHeader("direct:order", "rain on a roof", "customer", "c-1");

        clips.assertIsSatisfied();
        assertThat(clips.getExchanges().get(0).getMessage().getBody(byte[].class))
                .startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void failure_caughtByItsClass_leavesPlainProperties() {
        gateway().onChat().reply(Reply.error(429, Envelope.E1, "Slow down"));
        assertThat(camel.requestBody("direct:failing", "Hello", String.class)).isEqualTo("429 RATE_LIMIT");
    }

    private static LocalGateway gateway() {
        return GATEWAY.gateway();
    }
}
