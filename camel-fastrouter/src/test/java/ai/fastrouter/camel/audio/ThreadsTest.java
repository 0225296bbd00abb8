package ai.fastrouter.camel.audio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Audio operations leave no thread, no connection and no file. */
class ThreadsTest extends AudioTestSupport {

    private static final String SPEECH = "fastrouter:speech?model=openai/tts-1&voice=nova";

    @Test
    void context_stopped_leavesNoThreadAndNoConnection() throws Exception {
        Awaitility.await().untilAsserted(() -> assertThat(ours()).isEmpty());
        try (CamelContext other = new DefaultCamelContext()) {
            FastRouterComponent component = new FastRouterComponent();
            component.getConfiguration().setBaseUrl(gateway().baseUrl());
            component.getConfiguration().setApiKey("sk-v1-test");
            other.addComponent("fastrouter", component);
            other.start();
            ProducerTemplate template = other.createProducerTemplate();
            template.requestBody(SPEECH, "Hello", byte[].class);
            template.requestBody(SPEECH + "&output=stream", "Hello", Object.class);
            template.requestBody(SPEECH + "&splitInput=true", "Hello there. ".repeat(1000), byte[].class);
            template.requestBody(
                    "fastrouter:transcription?model=openai/whisper-1",
                    new ByteArrayInputStream(spoken("Hello", AudioFormat.WAV)));
            template.requestBody("fastrouter:models", (Object) null);
            assertThat(ours()).isNotEmpty();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ours()).isEmpty());
        Awaitility.await().until(() -> gateway().openConnections() == 0);
    }

    @Test
    void streams_thatWereNotRead_leaveNoConnectionBusy() {
        gateway().onSpeech().always(Reply.generated("audio/mpeg", 10_000_000));
        for (int i = 0; i < 20; i++) {
            assertThat(send(SPEECH + "&output=stream", "Hello").getException()).isNull();
        }
        Awaitility.await().until(() -> gateway().activeRequests() == 0);
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("FastRouter"))
                .toList();
    }
}
