package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.audio.AudioTestSupport;
import ai.fastrouter.camel.exchange.stream.LiveStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.component.mock.MockEndpoint;

/** Speech with model and voice set. */
abstract class SpeechTestSupport extends AudioTestSupport {

    static final String URI = "fastrouter:speech?model=openai/tts-1&voice=nova";

    /** More than what stays in memory. */
    static final long LARGE = 300_000;

    /** Whether these are {@link #LARGE} bytes as {@link ai.fastrouter.camel.test.Reply#generated} makes them. */
    static void checkGenerated(InputStream audio) throws IOException {
        byte[] bytes = audio.readAllBytes();
        assertThat(bytes).hasSize((int) LARGE);
        for (int i = 0; i < bytes.length; i++) {
            byte expected = (byte) (i * 31 + (i >> 16));
            if (bytes[i] != expected) {
                assertThat(bytes[i]).as("byte " + i).isEqualTo(expected);
            }
        }
    }

    static void checkGenerated(byte[] audio) throws IOException {
        checkGenerated(new ByteArrayInputStream(audio));
    }

    /** What the route does with the stream that comes to {@code mock:live}. */
    void onStream(ThrowingReader reader) {
        MockEndpoint mock = getMockEndpoint("mock:live");
        mock.whenAnyExchangeReceived(exchange -> {
            assertThat(exchange.getMessage().getBody()).isInstanceOf(LiveStream.class);
            reader.read(exchange.getMessage().getBody(LiveStream.class));
        });
    }

    interface ThrowingReader {
        void read(LiveStream stream) throws Exception;
    }
}
