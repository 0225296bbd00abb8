package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.RequestMatcher;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Heard;
import ai.fastrouter.camel.test.audio.Voice;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioSystem;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are too long to be spoken at once. */
class SplitSpeechTest extends SpeechTestSupport {

    private static final String SPLIT = URI + "&splitInput=true";

    /** Three parts and a bit. */
    private static final String TEXT = IntStream.range(0, 300)
            .mapToObj(i -> "This is sentence number " + i + " of a long story.")
            .collect(Collectors.joining(" "));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bytes").toD("${header.uri}").transform(body().convertTo(byte[].class));
            }
        };
    }

    private Exchange bytes(String uri, String text) {
        Exchange exchange = template.request("direct:bytes", e -> {
            e.getMessage().setBody(text);
            e.getMessage().setHeader("uri", uri);
        });
        return exchange;
    }

    @ParameterizedTest
    @EnumSource(names = {"AAC", "WAV", "PCM"})
    void parts_ofEachJoinableFormat_becomeOneAudio(AudioFormat format) throws Exception {
        Exchange exchange = bytes(SPLIT + "&responseFormat=" + format.wireName(), TEXT);
        assertThat(exchange.getException()).isNull();
        byte[] audio = exchange.getMessage().getBody(byte[].class);
        Heard heard = Voice.listen(new ByteArrayInputStream(audio));
        assertThat(heard.text()).hasValue(TEXT);
        assertThat(heard.format()).isEqualTo(format);
        assertThat(gateway().requestCount()).isEqualTo(4);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH)).isEqualTo((long) audio.length);
    }

    @ParameterizedTest
    @EnumSource(names = {"AAC", "WAV", "PCM"})
    void parts_ofAStream_areSpokenOneAfterTheOther(AudioFormat format) throws Exception {
        Exchange exchange = bytes(SPLIT + "&output=stream&responseFormat=" + format.wireName(), TEXT);
        assertThat(exchange.getException()).isNull();
        Heard heard =
                Voice.listen(new ByteArrayInputStream(exchange.getMessage().getBody(byte[].class)));
        assertThat(heard.text()).hasValue(TEXT);
        List<RecordedRequest> requests = gateway().requests();
        for (int i = 1; i < requests.size(); i++) {
            assertThat(requests.get(i).receivedAt())
                    .isGreaterThan(requests.get(i - 1).completedAt());
        }
    }

    /** The gateway writes an MP3's text into its tag, and later tags are left out: so only the first part can be heard. */
    @ParameterizedTest
    @ValueSource(strings = {"audio", "stream"})
    void parts_ofMp3_lastAsLongAsAllTogether(String output) throws Exception {
        Exchange exchange = bytes(SPLIT + "&responseFormat=mp3&output=" + output, TEXT);
        byte[] audio = exchange.getMessage().getBody(byte[].class);
        Duration expected = Duration.ZERO;
        int tags = 0;
        for (RecordedRequest request : gateway().requests()) {
            byte[] part = spoken(request.json().path("input").asText(), AudioFormat.MP3);
            expected = expected.plus(Voice.duration(new ByteArrayInputStream(part)));
            tags += part.length;
        }
        assertThat(Voice.duration(new ByteArrayInputStream(audio))).isEqualTo(expected);
        assertThat(audio).hasSizeLessThan(tags).startsWith('I', 'D', '3');
    }

    /** A tag with a cover picture is larger than what is asked for at once. */
    @Test
    void partsOfAStream_withLargeTags_doNotBringItToAHalt() {
        byte[] audio = spoken("Hi", AudioFormat.MP3);
        byte[] tagged = new byte[600_010 + audio.length];
        System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0x00, 0x24, 0x4f, 0x40}, 0, tagged, 0, 10);
        System.arraycopy(audio, 0, tagged, 600_010, audio.length);
        gateway().onSpeech().always(Reply.bytes("audio/mpeg", tagged));
        Exchange exchange = bytes(SPLIT + "&responseFormat=mp3&output=stream", TEXT);
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(4);
        assertThat(exchange.getMessage().getBody(byte[].class)).hasSizeBetween(600_010, 600_010 + 4 * audio.length);
    }

    @Test
    void wav_ofParts_hasOneHeaderWithTheRightLength() throws Exception {
        byte[] audio = bytes(SPLIT + "&responseFormat=wav", TEXT).getMessage().getBody(byte[].class);
        var format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(audio));
        assertThat(format.getByteLength()).isEqualTo(audio.length);
        Duration expected = gateway().requests().stream()
                .map(request -> Voice.duration(request.json().path("input").asText(), 1))
                .reduce(Duration.ZERO, Duration::plus);
        double seconds = format.getFrameLength() / format.getFormat().getFrameRate();
        assertThat(seconds).isEqualTo(expected.toMillis() / 1000.0, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void parts_arrivingInAnyOrder_areJoinedInTheirOwn() {
        AtomicInteger count = new AtomicInteger();
        gateway()
                .onSpeech()
                .always(Reply.from(
                        request -> Reply.byDefault().delay(Duration.ofMillis(count.getAndIncrement() == 0 ? 300 : 0))));
        Exchange exchange = bytes(SPLIT + "&splitParallel=4&responseFormat=wav", TEXT);
        assertThat(heard(exchange)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void splitParallel_boundsTheCallsAtOnce(int parallel) {
        gateway().onSpeech().always(Reply.byDefault().delay(Duration.ofMillis(60)));
        Exchange exchange = bytes(SPLIT + "&responseFormat=pcm&splitParallel=" + parallel, TEXT);
        assertThat(exchange.getException()).isNull();
        assertThat(gateway().requestCount()).isEqualTo(4);
        assertThat(gateway().peakConnections()).isEqualTo(parallel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus", "flac"})
    void format_thatCantBeJoined_isRefusedBeforeSending(String format) {
        FastRouterRequestException failure =
                failure(bytes(SPLIT + "&responseFormat=" + format, TEXT), FastRouterRequestException.class);
        assertThat(failure.getCode()).isEqualTo("format_not_joinable");
        assertThat(failure).hasMessageContaining(format).hasMessageContaining("mp3, aac, wav or pcm");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void format_thatCantBeJoined_isFineForAShortText() {
        assertThat(bytes(SPLIT + "&responseFormat=opus", "Hi").getException()).isNull();
    }

    @Test
    void parts_areSplitAtSentencesAndWithinTheLimit() {
        bytes(SPLIT, TEXT);
        List<String> inputs = gateway().requests().stream()
                .sorted(Comparator.comparing(
                        request -> TEXT.indexOf(request.json().path("input").asText())))
                .map(request -> request.json().path("input").asText())
                .toList();
        assertThat(inputs)
                .allSatisfy(input ->
                        assertThat(input).hasSizeLessThanOrEqualTo(4096).endsWith("."));
        assertThat(String.join(" ", inputs)).isEqualTo(TEXT);
    }

    @Test
    void part_thatFails_failsTheWholeAndLeavesNothing() {
        gateway()
                .on(RequestMatcher.operation(ai.fastrouter.camel.test.Operation.SPEECH), RequestMatcher.nth(3))
                .always(Reply.error(429, Envelope.E2, "slow down").retryAfterMillis(10));
        Exchange exchange = bytes(SPLIT + "&responseFormat=wav", TEXT);
        failure(exchange, FastRouterRateLimitException.class);
        assertThat(exchange.getMessage().getBody()).isEqualTo(TEXT);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void part_thatBreaksOff_saysSoAndEndsTheOthers() {
        gateway()
                .on(RequestMatcher.operation(ai.fastrouter.camel.test.Operation.SPEECH), RequestMatcher.nth(2))
                .always(Reply.generated("audio/pcm", LARGE).cutAfter(200_000));
        FastRouterStreamException failure =
                failure(bytes(SPLIT + "&responseFormat=pcm&splitParallel=4", TEXT), FastRouterStreamException.class);
        assertThat(failure.getReceived()).isEqualTo(200_000);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void stream_whoseSecondPartFails_breaksAfterTheFirst() {
        gateway()
                .on(RequestMatcher.operation(ai.fastrouter.camel.test.Operation.SPEECH), RequestMatcher.nth(2))
                .always(Reply.error(500, Envelope.E1, "broken"));
        Exchange exchange = bytes(SPLIT + "&output=stream&responseFormat=pcm", TEXT);
        FastRouterStreamException failure = exchange.getException(FastRouterStreamException.class);
        long first = spoken(gateway().requests().get(0).json().path("input").asText(), AudioFormat.PCM).length;
        assertThat(failure.getReceived()).isEqualTo(first);
        assertThat(failure).hasMessageContaining("broken");
    }

    @Test
    void parts_ofDifferentSampleFormats_areAFailure() {
        gateway()
                .on(RequestMatcher.operation(ai.fastrouter.camel.test.Operation.SPEECH), RequestMatcher.nth(2))
                .always(Reply.bytes("audio/mpeg", new byte[1000]));
        FastRouterException failure = failure(bytes(SPLIT + "&responseFormat=wav", TEXT), FastRouterException.class);
        assertThat(failure.getCode()).isEqualTo("audio_not_joinable");
    }

    @Test
    void largeParts_onDisk_areReadAsOne() throws Exception {
        context.getStreamCachingStrategy().setSpoolThreshold(1000);
        Exchange exchange = bytes(SPLIT + "&responseFormat=pcm", TEXT);
        assertThat(heard(exchange)).isEqualTo(TEXT);
        Exchange direct = send(SPLIT + "&responseFormat=pcm", TEXT);
        AudioSpool body = (AudioSpool) direct.getMessage().getBody();
        assertThat(body.inMemory()).isFalse();
        body.skipNBytes(body.length() - 2);
        assertThat(body.available()).isEqualTo(2);
        assertThat(body.position()).isEqualTo(body.length() - 2);
        body.close();
    }

    private static String heard(Exchange exchange) {
        try {
            return Voice.hear(new ByteArrayInputStream(exchange.getMessage().getBody(byte[].class)))
                    .orElse(null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
