package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not sent. */
class UploadRefusalTest extends TranscriptionTestSupport {

    private static final byte[] AUDIO = spoken(TEXT, AudioFormat.WAV);

    @TempDir
    Path files;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                from("direct:twice").noStreamCaching().to(URI);
                from("direct:twiceLimited").noStreamCaching().to(URI + "&maxUploadSize=1000");
            }
        };
    }

    private FastRouterRequestException refused(Object body, String uri) {
        FastRouterRequestException failure = failure(send(uri, body), FastRouterRequestException.class);
        assertThat(gateway().requestCount()).isZero();
        return failure;
    }

    @Test
    void recording_largerThanMaxUploadSize_isRefusedBeforeSending() {
        String limited = URI + "&maxUploadSize=1000";
        for (Object body : new Object[] {AUDIO, new ByteArrayInputStream(AUDIO)}) {
            FastRouterRequestException failure = refused(body, limited);
            assertThat(failure.getCode()).isEqualTo("upload_too_large");
            assertThat(failure).hasMessageContaining("maxUploadSize=1000");
        }
        assertThat(refused(AUDIO, limited)).hasMessageContaining(AUDIO.length + " bytes");
    }

    @Test
    void stream_withoutEnd_isReadNoFurtherThanMaxUploadSize() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }

            @Override
            public int available() {
                return 0;
            }
        };
        Exchange exchange = template.request(URI + "&maxUploadSize=1000000", e -> {
            e.getMessage().setBody(endless);
            e.getExchangeExtension().setStreamCacheDisabled(true);
        });
        assertThat(failure(exchange, FastRouterRequestException.class).getCode())
                .isEqualTo("upload_too_large");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void recording_ofExactlyMaxUploadSize_isSent() {
        assertThat(send(URI + "&maxUploadSize=" + AUDIO.length, AUDIO).getException())
                .isNull();
    }

    @Test
    void text_isNotTakenForAPath() throws IOException {
        Path file = Files.write(files.resolve("a.wav"), AUDIO);
        FastRouterRequestException failure = refused(file.toString(), URI);
        assertThat(failure.getCode()).isEqualTo("no_recording");
        assertThat(failure).hasMessageContaining("String").hasMessageContaining("File, Path");
        assertThat(failure.getMessage()).doesNotContain(file.toString());
    }

    @Test
    void body_ofAnotherType_isNamed() {
        assertThat(refused(Map.of("a", 1), URI)).hasMessageContaining("The body is no recording but a Map");
    }

    @Test
    void file_thatIsNotThere_isNamed() {
        assertThat(refused(new File(files.toFile(), "gone.wav"), URI))
                .hasMessageContaining("gone.wav")
                .hasMessageContaining("does not exist or can't be read");
        assertThat(refused(files, URI).getCode()).isEqualTo("unreadable_recording");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "file", "stream"})
    void recording_withoutBytes_isRefused(String type) throws IOException {
        Object body = switch (type) {
            case "bytes" -> new byte[0];
            case "file" -> Files.createFile(files.resolve("empty.wav"));
            default -> new ByteArrayInputStream(new byte[0]);
        };
        assertThat(refused(body, URI).getCode()).isEqualTo("empty_recording");
    }

    @Test
    void body_thatIsEmpty_withoutAttachment_isRefused() {
        assertThat(refused(null, URI)).hasMessageContaining("the body is empty");
    }

    @Test
    void attachments_whenThereAreTwo_areNotChosenFrom() throws IOException {
        Path file = Files.write(files.resolve("a.wav"), AUDIO);
        Exchange exchange = template.request(URI, e -> {
            AttachmentMessage message = e.getMessage(AttachmentMessage.class);
            message.addAttachment("one", new DataHandler(new FileDataSource(file.toFile())));
            message.addAttachment("two", new DataHandler(new FileDataSource(file.toFile())));
        });
        assertThat(failure(exchange, FastRouterRequestException.class)).hasMessageContaining("no single attachment");
    }

    @Test
    void stream_thatFails_failsTheExchangeAndLeavesNoFile() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the tape is torn");
            }
        };
        Exchange exchange = send(URI, broken);
        assertThat(exchange.getException()).isNotNull().hasStackTraceContaining("the tape is torn");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void stream_thatFailedOnce_isNotSentWithoutItsBeginningOnRedelivery() {
        TornTape tape = new TornTape();
        Exchange exchange = send("direct:twice", tape);
        IOException failure = failure(exchange, IOException.class);
        assertThat(failure).hasMessageContaining("a second time").hasStackTraceContaining("the tape is torn");
        assertThat(gateway().requestCount()).isZero();
        assertThat(tape.closed).hasPositiveValue();
    }

    @Test
    void stream_thatIsTooLarge_isNotSentWithoutItsBeginningOnRedelivery() {
        AtomicInteger closed = new AtomicInteger();
        InputStream large = new ByteArrayInputStream(AUDIO) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        FastRouterRequestException failure =
                failure(send("direct:twiceLimited", large), FastRouterRequestException.class);
        assertThat(failure.getCode()).isEqualTo("upload_too_large");
        assertThat(gateway().requestCount()).isZero();
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void attachment_thatIsSpooled_isOpenedOnceAndClosed() {
        gateway().onTranscription().reply(Reply.resetConnection(), Reply.byDefault());
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Exchange exchange = template.request(
                "direct:twice",
                e -> e.getMessage(AttachmentMessage.class)
                        .addAttachment("tape.wav", new DataHandler(new FileDataSource("tape.wav") {
                            @Override
                            public InputStream getInputStream() {
                                opened.incrementAndGet();
                                return new ByteArrayInputStream(AUDIO) {
                                    @Override
                                    public void close() {
                                        closed.incrementAndGet();
                                    }
                                };
                            }
                        })));
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(2);
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    /** Breaks once, and then goes on as if nothing had been. */
    private static final class TornTape extends ByteArrayInputStream {

        private final AtomicInteger closed = new AtomicInteger();
        private boolean torn;

        TornTape() {
            super(AUDIO);
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            if (pos > 0 && !torn) {
                torn = true;
                throw new IllegalStateException("the tape is torn");
            }
            return super.read(bytes, offset, Math.min(length, 1000));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
