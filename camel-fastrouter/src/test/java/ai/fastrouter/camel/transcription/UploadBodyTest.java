package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StreamCache;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of body, sent twice: the gateway refuses the first time. */
class UploadBodyTest extends TranscriptionTestSupport {

    /** More than what stays in memory. */
    private static final byte[] AUDIO = spoken((TEXT + " ").repeat(20).trim(), AudioFormat.WAV);

    private static final String SAID = (TEXT + " ").repeat(20).trim();

    @TempDir
    Path files;

    Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.write(files.resolve("morning.wav"), AUDIO);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1));
                from("direct:hear").to(URI);
                from("direct:hearUncached").noStreamCaching().to(URI);
                from("direct:failing")
                        .noStreamCaching()
                        .onException(Exception.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(1)
                        .handled(true)
                        .transform(body().convertTo(byte[].class))
                        .end()
                        .to(URI);
                from("direct:speakAndHear")
                        .to("fastrouter:speech?model=openai/tts-1&voice=nova&responseFormat=wav")
                        .to(URI);
                from("direct:speakLiveAndHear")
                        .to("fastrouter:speech?model=openai/tts-1&voice=nova&responseFormat=wav&output=stream")
                        .to(URI);
            }
        };
    }

    /** What a body can be. */
    enum Body {
        FILE,
        PATH,
        LOCAL_WRAPPED_FILE,
        REMOTE_WRAPPED_BYTES,
        REMOTE_WRAPPED_STREAM,
        BYTES,
        BYTE_BUFFER,
        STREAM,
        STREAM_CACHE_IN_MEMORY,
        STREAM_CACHE_ON_DISK,
        STREAM_CACHE_OF_UNKNOWN_LENGTH,
        DATA_HANDLER,
        ATTACHMENT
    }

    @ParameterizedTest
    @EnumSource
    void body_ofEachType_isSentWithItsLengthAndAgainAfter429(Body type) throws Exception {
        gateway()
                .onTranscription()
                .reply(Reply.error(429, Envelope.E2, "slow down").retryAfterMillis(5), Reply.byDefault());
        Exchange exchange = template.request("direct:hear", message -> set(type, message));
        check(exchange, 2);
    }

    @ParameterizedTest
    @EnumSource
    void body_ofEachType_needsNoStreamCachingOfCamel(Body type) throws Exception {
        gateway().onTranscription().reply(Reply.resetConnection(), Reply.byDefault());
        Exchange exchange = template.request("direct:hearUncached", message -> set(type, message));
        check(exchange, 2);
    }

    private void set(Body type, Exchange exchange) throws Exception {
        exchange.getMessage().setBody(body(type, exchange));
        if (type == Body.ATTACHMENT) {
            exchange.getMessage(AttachmentMessage.class)
                    .addAttachment("recording", new DataHandler(new FileDataSource(file.toFile())));
        }
    }

    private Object body(Body type, Exchange exchange) throws IOException {
        return switch (type) {
            case FILE -> file.toFile();
            case PATH -> file;
            case LOCAL_WRAPPED_FILE -> wrapped(file.toFile(), null);
            case REMOTE_WRAPPED_BYTES -> wrapped("a handle", AUDIO);
            case REMOTE_WRAPPED_STREAM -> wrapped("a handle", once(AUDIO));
            case BYTES -> AUDIO;
            case BYTE_BUFFER -> ByteBuffer.wrap(AUDIO);
            case STREAM -> once(AUDIO);
            case STREAM_CACHE_IN_MEMORY -> new InputStreamCache(AUDIO);
            case STREAM_CACHE_ON_DISK -> onDisk(exchange);
            case STREAM_CACHE_OF_UNKNOWN_LENGTH -> new UnknownLength();
            case DATA_HANDLER -> new DataHandler(new FileDataSource(file.toFile()));
            case ATTACHMENT -> null;
        };
    }

    private void check(Exchange exchange, int requests) throws Exception {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(SAID);
        assertThat(gateway().requests()).hasSize(requests).allSatisfy(this::checkRequest);
    }

    private void checkRequest(RecordedRequest request) throws Exception {
        RecordedPart part = request.part("file");
        assertThat(part.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(AUDIO)));
        assertThat(part.fileName()).endsWith(".wav");
        assertThat(part.contentType()).isIn("audio/wav", "audio/x-wav");
        assertThat(request.header("Content-Length")).isEqualTo(Long.toString(request.size()));
        assertThat(request.header("Transfer-Encoding")).isNull();
    }

    @Test
    void stream_thatFailedForGood_canBeReadByTheHandlerOfTheFailure() {
        gateway()
                .onTranscription()
                .always(Reply.error(429, Envelope.E2, "slow down").retryAfterMillis(5));
        Exchange exchange = send("direct:failing", once(AUDIO));
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(AUDIO);
        assertThat(gateway().requests()).hasSize(2).allSatisfy(this::checkRequest);
    }

    @Test
    void fileName_ofAnAttachment_isSent() {
        Exchange exchange = template.request("direct:hear", message -> set(Body.ATTACHMENT, message));
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().lastRequest().part("file").fileName()).isEqualTo("morning.wav");
    }

    @Test
    void speech_thenTranscription_inOneRoute_isTheSameText() {
        assertThat(template.requestBody("direct:speakAndHear", SAID)).isEqualTo(SAID);
        assertThat(gateway().lastRequest().header("Content-Length")).isNotNull();
        assertThat(template.requestBody("direct:speakLiveAndHear", SAID)).isEqualTo(SAID);
    }

    @Test
    void spool_encryptedAsCamelsIs_isSentInPlain() throws Exception {
        context.getStreamCachingStrategy().setSpoolCipher("AES/CTR/NoPadding");
        context.getStreamCachingStrategy().setSpoolThreshold(1000);
        assertThat(template.requestBody("direct:hearUncached", once(AUDIO))).isEqualTo(SAID);
        checkRequest(gateway().lastRequest());
    }

    @Test
    void spool_encryptedWithABlockCipher_isReadBackWhole() throws Exception {
        context.getStreamCachingStrategy().setSpoolCipher("AES/CBC/PKCS5Padding");
        context.getStreamCachingStrategy().setSpoolThreshold(1000);
        assertThat(template.requestBody("direct:speakAndHear", SAID)).isEqualTo(SAID);
    }

    private static GenericFile<Object> wrapped(Object handle, Object content) {
        GenericFile<Object> wrapped = new GenericFile<>();
        wrapped.setFile(handle);
        wrapped.setFileName("morning.wav");
        wrapped.setBody(content);
        return wrapped;
    }

    private StreamCache onDisk(Exchange exchange) throws IOException {
        try (CachedOutputStream out = new CachedOutputStream(exchange)) {
            out.write(AUDIO);
            StreamCache cache = out.newStreamCache();
            assertThat(cache).isInstanceOf(FileInputStreamCache.class);
            return cache;
        }
    }

    /** A stream that can be read once, and says nothing of its length. */
    private static InputStream once(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** A stream cache that can't say how long it is, and gives no copies. */
    private static final class UnknownLength implements StreamCache {

        @Override
        public void reset() {
            // reads from the beginning each time
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(AUDIO);
        }

        @Override
        public StreamCache copy(Exchange exchange) {
            return null;
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public long position() {
            return -1;
        }
    }
}
