package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechFailureTest extends SpeechTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
                        .to(URI);
                from("direct:stopped").routeId("stopped").to(URI);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "401,FastRouterAuthenticationException",
        "402,FastRouterQuotaException",
        "400,FastRouterRequestException",
        "404,FastRouterRequestException",
        "429,FastRouterRateLimitException",
        "500,FastRouterTransientException",
        "503,FastRouterTransientException"
    })
    void status_ofAnError_isTheFailuresType(int status, String type) {
        gateway().onSpeech().reply(Reply.error(status, Envelope.E1, "no way"));
        FastRouterException failure = failure(send(URI, "Hi"), FastRouterException.class);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.getStatus()).isEqualTo(status);
        assertThat(failure.getOperation()).isEqualTo("speech");
        assertThat(failure.getModel()).isEqualTo("openai/tts-1");
        assertThat(failure).hasMessageContaining("no way").hasCauseInstanceOf(HttpOperationFailedException.class);
    }

    @Test
    void json_withStatus200_isAFailureAndNoAudio() {
        gateway().onSpeech().reply(Reply.json("{\"error\":{\"message\":\"voice is gone\",\"code\":\"voice_gone\"}}"));
        Exchange exchange = send(URI, "Hi");
        FastRouterException failure = failure(exchange, FastRouterException.class);
        assertThat(failure).hasMessageContaining("voice is gone");
        assertThat(failure.getCode()).isEqualTo("voice_gone");
        assertThat(exchange.getMessage().getBody()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", ""})
    void json_thatIsNotAnnounced_isRecognisedByItsBrace(String type) {
        Reply json = Reply.json("{\"error\":{\"message\":\"voice is gone\"}}");
        gateway()
                .onSpeech()
                .reply(
                        type.isEmpty()
                                ? Reply.bytes(null, "{\"error\":\"voice is gone\"}".getBytes(StandardCharsets.UTF_8))
                                : json.header("Content-Type", type));
        assertThat(failure(send(URI, "Hi"), FastRouterException.class)).hasMessageContaining("voice is gone");
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg,'{\"error\":{\"message\":\"voice is gone\"}}'",
        "audio/mpeg,'  [{\"error\":{\"message\":\"voice is gone\"}}]'",
        "application/octet-stream,' 	 {\"error\":\"voice is gone\"}'",
        "application/octet-stream,'<html><title>voice is gone</title></html>'"
    })
    void text_thatCallsItselfAudio_isRecognisedByItsBeginning(String type, String text) {
        gateway().onSpeech().reply(Reply.bytes(type, text.getBytes(StandardCharsets.UTF_8)));
        FastRouterException failure = failure(send(URI, "Hi"), FastRouterException.class);
        assertThat(failure.getStatus()).isEqualTo(200);
        assertThat(failure).hasMessageContaining("speech failed");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void samples_thatBeginLikeJson_areSamples() {
        gateway().onSpeech().reply(Reply.bytes("application/octet-stream", new byte[] {'{', 0, '{', 0}));
        Exchange exchange = send(URI + "&responseFormat=pcm", "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).containsExactly('{', 0, '{', 0);
    }

    @Test
    void page_withStatus200_isAFailure() {
        gateway().onSpeech().reply(Reply.html(200, "<html><title>Sign in</title></html>"));
        assertThat(failure(send(URI, "Hi"), FastRouterException.class)).hasMessageContaining("Sign in");
    }

    @Test
    void answer_withoutAnyByte_isAFailure() {
        gateway().onSpeech().reply(Reply.bytes("audio/mpeg", new byte[0]));
        FastRouterException failure = failure(send(URI, "Hi"), FastRouterException.class);
        assertThat(failure.getCode()).isEqualTo("empty_audio");
        assertThat(failure.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10_000, 250_000})
    void cut_afterSomeBytes_isAStreamFailureThatSaysHowMany(long bytes) {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).cutAfter(bytes));
        Exchange exchange = send(URI, "Hi");
        FastRouterStreamException failure = failure(exchange, FastRouterStreamException.class);
        assertThat(failure.getReceived()).isEqualTo(bytes);
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.STREAM);
        assertThat(failure.getPartialText()).isNull();
        assertThat(failure).hasMessageContaining("after " + bytes + " bytes");
        assertThat(failure.getStatus()).isEqualTo(200);
        assertThat(spooled()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Hi");
    }

    @Test
    void cut_ofAChunkedAnswer_isAStreamFailure() {
        gateway()
                .onSpeech()
                .reply(Reply.generated("audio/mpeg", LARGE).lengthUnknown().cutAfter(200_000));
        assertThat(failure(send(URI, "Hi"), FastRouterStreamException.class).getReceived())
                .isBetween(130_000L, 200_000L);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void cut_beforeTheFirstByte_isTransient() {
        gateway().onSpeech().reply(Reply.dropConnection());
        failure(send(URI, "Hi"), FastRouterTransientException.class);
    }

    @Test
    void stall_inTheMiddle_endsAfterTheIdleTimeout() {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).stallAfter(150_000));
        FastRouterStreamException failure =
                failure(send(URI + "&idleTimeout=2000", "Hi"), FastRouterStreamException.class);
        assertThat(failure.getReceived()).isEqualTo(150_000);
        assertThat(failure).hasMessageContaining("2000 ms");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void rateLimit_thenAudio_isRedeliveredWithTheSameText() {
        gateway().onSpeech().reply(Reply.error(429, Envelope.E2, "slow down").retryAfterMillis(20), Reply.byDefault());
        Exchange exchange = send("direct:redelivered", "Good morning");
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(2);
        assertThat(gateway().lastRequest().json().path("input").asText()).isEqualTo("Good morning");
    }

    @Test
    void route_stoppedDuringTheCall_endsTheExchangeAndLeavesNoFile() throws Exception {
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE).stallAfter(200_000));
        CompletableFuture<Exchange> sent = template.asyncSend(
                "direct:stopped", exchange -> exchange.getMessage().setBody("Hi"));
        Awaitility.await().until(() -> spooled().length == 1);
        context.getRouteController().stopRoute("stopped", 100, TimeUnit.MILLISECONDS);
        FastRouterException failure = failure(sent.get(20, TimeUnit.SECONDS), FastRouterException.class);
        assertThat(failure.getCategory()).isEqualTo(ErrorCategory.CANCELLED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway().lastRequest().disconnected());
    }

    @Test
    void spoolDirectory_thatCannotBeWritten_isAFailureThatSaysSo() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("no", "directory");
        context.getStreamCachingStrategy().setSpoolDirectory(file.toFile());
        gateway().onSpeech().reply(Reply.generated("audio/mpeg", LARGE));
        try {
            FastRouterException failure = failure(send(URI, "Hi"), FastRouterException.class);
            assertThat(failure.getCode()).isEqualTo("spool_failed");
        } finally {
            java.nio.file.Files.delete(file);
        }
    }
}
