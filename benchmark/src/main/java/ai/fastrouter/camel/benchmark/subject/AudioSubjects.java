package ai.fastrouter.camel.benchmark.subject;

import ai.fastrouter.camel.benchmark.server.BareServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;

/** The component with audio, both ways. */
public final class AudioSubjects {

    private static final long LENGTH = BareServer.AUDIO_MEGABYTES * 1_000_000L;
    private static final String KEY = "?apiKey=bench&baseUrl=";

    private AudioSubjects() {}

    /** Audio into the spool, as {@code speech} does by default. */
    public static Subject speech(String baseUrl) {
        return new CamelSubject("fastrouter:speech, spooled", false, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("fastrouter:speech" + KEY + baseUrl + "&model=m&voice=v")
                        .process(AudioSubjects::checkSpool);
            }
        });
    }

    /** Audio read while it arrives. */
    public static Subject liveSpeech(String baseUrl) {
        return new CamelSubject("fastrouter:speech output=stream", false, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("fastrouter:speech" + KEY + baseUrl + "&model=m&voice=v&output=stream")
                        .process(AudioSubjects::drain);
            }
        });
    }

    /** A recording sent from its file. */
    public static Subject transcription(String baseUrl, Path recording) {
        return new CamelSubject("fastrouter:transcription of a file", false, recording.toFile(), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("fastrouter:transcription" + KEY + baseUrl + "&model=m")
                        .process(AudioSubjects::checkText);
            }
        });
    }

    /** A recording that comes as a stream of unknown length and is spooled before it is sent. */
    public static Subject streamTranscription(String baseUrl, Path recording) {
        return new CamelSubject("fastrouter:transcription of a stream", true, null, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .noStreamCaching()
                        .setHeader(Exchange.FILE_NAME, constant("call.wav"))
                        .process(exchange -> exchange.getMessage().setBody(Files.newInputStream(recording)))
                        .to("fastrouter:transcription" + KEY + baseUrl + "&model=m")
                        .process(AudioSubjects::checkText);
            }
        });
    }

    private static void checkSpool(Exchange exchange) {
        StreamCache audio = exchange.getMessage().getBody(StreamCache.class);
        answer(exchange, audio.length() == LENGTH);
    }

    private static void drain(Exchange exchange) throws IOException {
        long read = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream audio = exchange.getMessage().getBody(InputStream.class)) {
            for (int n = audio.read(buffer); n >= 0; n = audio.read(buffer)) {
                read += n;
            }
        }
        answer(exchange, read == LENGTH);
    }

    private static void checkText(Exchange exchange) {
        answer(exchange, "The order".equals(exchange.getMessage().getBody(String.class)));
    }

    private static void answer(Exchange exchange, boolean whole) {
        exchange.getMessage().setBody(whole ? Question.ANSWER_BEGINS : "not whole");
    }
}
