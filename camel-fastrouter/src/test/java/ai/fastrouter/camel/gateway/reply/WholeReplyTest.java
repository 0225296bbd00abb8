package ai.fastrouter.camel.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.CannedHead;
import ai.fastrouter.camel.gateway.CannedRequest;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WholeReplyTest {

    private static final int MAX = 100_000;

    private final Outcome outcome = new Outcome();
    private final AtomicInteger asked = new AtomicInteger();
    private final WholeReply reply = new WholeReply(
            CannedRequest.chat(), MAX, new FailurePolicy(Duration.ofSeconds(60), Clock.systemUTC()), outcome);

    @Test
    void onEnd_lengthAnnounced_handsOverOneArrayOfThatLength() throws Exception {
        byte[] sent = bytes(MAX);
        BodyReceiver receiver = head(CannedHead.of(200, "content-length", "" + MAX));
        feed(receiver, sent, 7_000);
        byte[] gathering = outcome.body;
        receiver.onEnd();

        assertThat(gathering).isNull();
        assertThat(outcome.body).hasSize(MAX).isEqualTo(sent);
        assertThat(outcome.length).isEqualTo(MAX);
        assertThat(outcome.head.status()).isEqualTo(200);
        assertThat(asked).hasValue(BodyFlow.UNLIMITED);
    }

    @Test
    void onEnd_lengthUnknown_handsOverEveryByte() throws Exception {
        byte[] sent = bytes(MAX);
        BodyReceiver receiver = head(CannedHead.of(246));
        feed(receiver, sent, 1_111);
        receiver.onEnd();

        assertThat(Arrays.copyOf(outcome.body, outcome.length)).isEqualTo(sent);
        assertThat(outcome.body.length).isLessThanOrEqualTo(MAX);
    }

    @Test
    void onEnd_moreThanAnnounced_handsOverEveryByte() throws Exception {
        byte[] sent = bytes(20_000);
        BodyReceiver receiver = head(CannedHead.of(200, "content-length", "10", "content-encoding", "gzip"));
        feed(receiver, sent, 9);
        receiver.onEnd();

        assertThat(Arrays.copyOf(outcome.body, outcome.length)).isEqualTo(sent);
    }

    @Test
    void onEnd_noBody_handsOverNothing() throws Exception {
        head(CannedHead.of(204)).onEnd();

        assertThat(outcome.length).isZero();
        assertThat(outcome.body).isEmpty();
    }

    @Test
    void onData_oneByteTooMany_namesTheOption() throws Exception {
        BodyReceiver receiver = head(CannedHead.of(200, "x-request-id", "r-1"));
        feed(receiver, bytes(MAX), 30_000);

        FastRouterException failure =
                catchThrowableOfType(FastRouterException.class, () -> receiver.onData(ByteBuffer.wrap(new byte[1])));
        reply.onFailure(failure);

        assertThat(outcome.failure).isSameAs(failure).hasMessageContaining("maxResponseSize=" + MAX);
        assertThat(failure.getCode()).isEqualTo("response_too_large");
        assertThat(failure.getRequestId()).isEqualTo("r-1");
    }

    @Test
    void onData_announcedTooMuch_failsAtTheFirstByte() {
        BodyReceiver receiver = head(CannedHead.of(200, "content-length", "9999999999"));

        FastRouterException failure =
                catchThrowableOfType(FastRouterException.class, () -> receiver.onData(ByteBuffer.wrap(new byte[1])));

        assertThat(failure.getCode()).isEqualTo("response_too_large");
    }

    @Test
    void onEnd_errorStatus_isATypedFailure() throws Exception {
        BodyReceiver receiver = head(CannedHead.of(401));
        feed(receiver, "{\"error\":{\"message\":\"No such key\"}}".getBytes(StandardCharsets.UTF_8), 5);
        receiver.onEnd();

        assertThat(outcome.failure)
                .isInstanceOf(FastRouterAuthenticationException.class)
                .hasMessageContaining("No such key");
    }

    @Test
    void onData_hugeErrorBody_endsTheCallWithTheTypedFailure() throws Exception {
        BodyReceiver receiver = head(CannedHead.of(503));
        feed(receiver, bytes(64 * 1024), 64 * 1024);

        FastRouterException thrown =
                catchThrowableOfType(FastRouterException.class, () -> receiver.onData(ByteBuffer.wrap(new byte[1])));
        reply.onFailure(thrown);

        assertThat(outcome.failure).isSameAs(thrown).isInstanceOf(FastRouterTransientException.class);
        assertThat(thrown.getStatus()).isEqualTo(503);
    }

    @Test
    void onFailure_errorBodyCut_tellsTheStatusAllTheSame() throws Exception {
        BodyReceiver receiver = head(CannedHead.of(401));
        feed(receiver, "Key exp".getBytes(StandardCharsets.UTF_8), 100);
        FastRouterException cut =
                new FastRouterTransientException("cut", ErrorDetails.ofCode("connection_reset"), null);
        reply.onFailure(cut);

        assertThat(outcome.failure)
                .isInstanceOf(FastRouterAuthenticationException.class)
                .hasMessageContaining("Key exp")
                .hasSuppressedException(cut);
    }

    @Test
    void onFailure_cancelledDuringErrorBody_staysCancelled() {
        head(CannedHead.of(401));
        FastRouterException cancelled = FastRouterException.cancelled("stopped", ErrorDetails.NONE);
        reply.onFailure(cancelled);

        assertThat(outcome.failure).isSameAs(cancelled);
    }

    @Test
    void onFailure_withoutHead_isPassedOn() {
        FastRouterException refused = new FastRouterTransientException("refused", ErrorDetails.NONE, null);
        reply.onFailure(refused);

        assertThat(outcome.failure).isSameAs(refused);
    }

    private BodyReceiver head(CannedHead head) {
        return reply.onHead(head, asked::addAndGet);
    }

    private static void feed(BodyReceiver receiver, byte[] bytes, int step) throws FastRouterException {
        for (int from = 0; from < bytes.length; from += step) {
            ByteBuffer data = ByteBuffer.wrap(bytes, from, Math.min(step, bytes.length - from));
            receiver.onData(data);
            assertThat(data.remaining()).isZero();
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
