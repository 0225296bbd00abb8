package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The contract of {@code output=stream}. */
class SpeechStreamTest extends SpeechTestSupport {

    private static final String LIVE = URI + "&output=stream";
    /** More than any socket buffer takes. */
    private static final long HUGE = 500_000_000;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:live").to(LIVE).to("mock:live");
                from("direct:dynamic").toD(LIVE, -1).to("mock:live");
                from("direct:impatient").to(LIVE + "&idleTimeout=2000").to("mock:live");
                from("direct:open")
                        .routeId("open")
                        .to(LIVE + "&autoCloseStream=false")
                        .to("mock:live");
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1))
                        .to(LIVE)
                        .transform(body().convertTo(byte[].class));
                from("direct:steps")
                        .to(LIVE)
                        .setHeader("one", constant(1))
                        .log("${header.one}")
                        .filter(header("one").isEqualTo(1))
                        .transform(body().convertTo(byte[].class))
                        .end();
            }
        };
    }

    @Test
    void firstBytes_reachTheRouteWhileTheGatewayStillSpeaks() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).stallAfter(5_000));
        onStream(stream -> {
            byte[] start = stream.readNBytes(5_000);
            assertThat(start).hasSize(5_000);
            assertThat(gateway().lastRequest().answered()).isFalse();
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }

    @Test
    void stream_readToItsEnd_isWhole() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        onStream(SpeechTestSupport::checkGenerated);
        Exchange exchange = send("direct:live", "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isEqualTo(LARGE);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("audio/mpeg");
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .endsWith(".mp3");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void stream_ofADynamicEndpointWithoutCache_isWhole() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        onStream(SpeechTestSupport::checkGenerated);
        assertThat(send("direct:dynamic", "Hi").getException()).isNull();
    }

    @Test
    void stream_writtenOn_isWhole() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).lengthUnknown());
        onStream(stream -> {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            stream.writeTo(out);
            checkGenerated(out.toByteArray());
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.position()).isEqualTo(LARGE);
        });
        Exchange exchange = send("direct:live", "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isNull();
    }

    @Test
    void streamCaching_ofCamel_doesNotReadItAhead() throws Exception {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        checkGenerated(template.requestBody("direct:steps", "Hi", byte[].class));
        assertThat(context.isStreamCaching()).isTrue();
    }

    @Test
    void close_beforeTheEnd_closesTheGatewaysConnection() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", HUGE));
        onStream(stream -> {
            stream.readNBytes(10);
            stream.close();
            Awaitility.await().until(() -> gateway().lastRequest().disconnected());
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
            assertThatThrownBy(() -> stream.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }

    @Test
    void exchange_done_closesTheStream() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", HUGE));
        Exchange exchange = send("direct:live", "Hi");
        InputStream stream = (InputStream) exchange.getMessage().getBody();
        Awaitility.await().until(() -> gateway().lastRequest().disconnected());
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("autoCloseStream=false");
    }

    @Test
    void autoCloseStream_false_leavesItToTheReader() throws Exception {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        Exchange exchange = send("direct:open", "Hi");
        try (InputStream stream = (InputStream) exchange.getMessage().getBody()) {
            checkGenerated(stream);
        }
    }

    @Test
    void close_fromAnotherThread_wakesTheReader() throws Exception {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).stallAfter(100));
        Exchange exchange = send("direct:open", "Hi");
        InputStream stream = (InputStream) exchange.getMessage().getBody();
        assertThat(stream.readNBytes(100)).hasSize(100);
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> {
            try {
                stream.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }

    @Test
    void route_stopped_givesUpAStreamThatNobodyReads() throws Exception {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", HUGE));
        Exchange exchange = send("direct:open", "Hi");
        InputStream stream = (InputStream) exchange.getMessage().getBody();
        assertThat(stream.readNBytes(100)).hasSize(100);
        context.getRouteController().stopRoute("open");
        Awaitility.await().atMost(LIMIT).until(() -> gateway().lastRequest().disconnected());
        assertThatThrownBy(() -> stream.transferTo(java.io.OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .cause()
                .isInstanceOfSatisfying(FastRouterException.class, cause -> {
                    assertThat(cause.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
                    assertThat(cause.getCode()).isEqualTo("route_stopped");
                });
    }

    @Test
    void cut_isToldInTheExchangesProperties() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).cutAfter(200_000));
        onStream(stream -> assertThatThrownBy(() -> stream.transferTo(java.io.OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class));
        Exchange exchange = send("direct:live", "Hi");
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_CATEGORY)).isEqualTo("STREAM");
        assertThat(exchange.getProperty(FastRouterConstants.ERROR_STATUS)).isEqualTo(200);
    }

    @Test
    void cut_isAFailureWithTheByteCount_afterAllThatCame() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).cutAfter(200_000));
        onStream(stream -> {
            assertThat(stream.readNBytes(200_000)).hasSize(200_000);
            assertThatThrownBy(stream::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("200000 bytes")
                    .cause()
                    .isInstanceOfSatisfying(
                            FastRouterStreamException.class,
                            cause -> assertThat(cause.getReceived()).isEqualTo(200_000));
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }

    @Test
    void cut_notCaughtByTheRoute_failsTheExchangeAsStreamFailure() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).cutAfter(200_000));
        onStream(stream -> stream.transferTo(java.io.OutputStream.nullOutputStream()));
        Exchange exchange = send("direct:live", "Hi");
        assertThat(exchange.getException(FastRouterStreamException.class).getReceived())
                .isEqualTo(200_000);
    }

    @Test
    void stall_isAFailureAfterTheIdleTimeout() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).stallAfter(100));
        onStream(stream -> {
            assertThat(stream.readNBytes(100)).hasSize(100);
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("100 bytes");
        });
        assertThat(send("direct:impatient", "Hi").getException()).isNull();
    }

    @Test
    void error_beforeTheFirstByte_failsTheExchange() {
        gateway().onSpeech().reply(Reply.error(429, Envelope.E2, "slow down").retryAfterSeconds(1));
        failure(send("direct:live", "Hi"), FastRouterRateLimitException.class);
    }

    @Test
    void error_thenAudio_isRedelivered() throws Exception {
        gateway()
                .onSpeech()
                .reply(Reply.error(503, Envelope.E2, "busy").retryAfterMillis(5), Reply.generated("audio/mpeg", LARGE));
        checkGenerated(template.requestBody("direct:redelivered", "Hi", byte[].class));
    }

    @Test
    void copy_andLengthAndReset_areAsDocumented() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        onStream(stream -> {
            assertThat(stream.copy(null)).isNull();
            assertThat(stream.length()).isEqualTo(LARGE);
            assertThat(stream.inMemory()).isTrue();
            int first = stream.read();
            stream.reset();
            assertThat(first).isEqualTo(0);
            assertThat(stream.read()).isEqualTo(31);
            assertThat(stream.position()).isEqualTo(2);
        });
        assertThat(send("direct:live", "Hi").getException()).isNull();
    }
}
