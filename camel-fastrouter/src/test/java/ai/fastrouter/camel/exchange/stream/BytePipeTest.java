package ai.fastrouter.camel.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.gateway.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytePipeTest {

    private static final int CAPACITY = 256 * 1024;

    private final BytePipe pipe = new BytePipe(0);
    private final AtomicLong allowed = new AtomicLong();

    private static byte value(long i) {
        return (byte) (i * 7 + (i >> 13));
    }

    @ParameterizedTest
    @CsvSource({"1,100000,7", "1000,10000000,4096", "8192,30000000,65536", "300000,30000000,1000000"})
    void bytes_throughTheBound_arriveInOrder(int packet, long total, int read) throws Exception {
        pipe.receiveFrom(allowed::addAndGet);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            long written = 0;
            while (written < total) {
                if (allowed.get() <= written) {
                    Thread.onSpinWait(); // as a socket that must not be read
                    continue;
                }
                int count = (int) Math.min(Math.min(packet, total - written), allowed.get() - written);
                ByteBuffer data = ByteBuffer.allocate(count);
                for (int i = 0; i < count; i++) {
                    data.put(value(written + i));
                }
                pipe.write(data.flip());
                assertThat(data.hasRemaining()).isFalse();
                written += count;
            }
            pipe.end();
        });
        try (LiveStream stream = new LiveStream(pipe, Call.NONE, total)) {
            byte[] buffer = new byte[read];
            long position = 0;
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] != value(position + i)) {
                        throw new AssertionError("byte " + (position + i));
                    }
                }
                position += count;
                assertThat(allowed.get()).isLessThanOrEqualTo(position + CAPACITY + 65536);
            }
            assertThat(position).isEqualTo(total);
        }
        writer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void source_isAskedForNoMoreThanThereIsRoomFor() throws IOException {
        pipe.receiveFrom(allowed::addAndGet);
        assertThat(allowed).hasValue(CAPACITY);
        pipe.write(ByteBuffer.allocate(CAPACITY));
        assertThat(allowed).hasValue(CAPACITY);
        assertThat(pipe.take(null).remaining()).isEqualTo(64 * 1024);
        assertThat(allowed).hasValue(CAPACITY);
        assertThat(pipe.take(null).remaining()).isEqualTo(64 * 1024);
        assertThat(allowed).hasValue(CAPACITY + 128 * 1024);
    }

    @Test
    void nextSource_isAskedForTheRoomThatIsLeft() {
        pipe.receiveFrom(allowed::addAndGet);
        pipe.write(ByteBuffer.allocate(1000));
        AtomicLong second = new AtomicLong();
        pipe.receiveFrom(second::addAndGet);
        assertThat(second).hasValue(CAPACITY - 1000);
    }

    @Test
    void failure_comesAfterAllThatArrived() throws IOException {
        pipe.receiveFrom(allowed::addAndGet);
        pipe.write(ByteBuffer.wrap(new byte[] {1, 2}));
        pipe.fail(new IOException("broken"));
        pipe.end();
        LiveStream stream = new LiveStream(pipe, Call.NONE, -1);
        assertThat(stream.length()).isZero();
        assertThat(stream.available()).isEqualTo(2);
        assertThat(stream.readNBytes(2)).containsExactly(1, 2);
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("broken");
        assertThatThrownBy(stream::read).hasMessage("broken");
    }

    @Test
    void writer_afterTheReaderLeft_isNotHeldUp() throws IOException {
        AtomicInteger cancelled = new AtomicInteger();
        pipe.receiveFrom(allowed::addAndGet);
        LiveStream stream = new LiveStream(pipe, cancelled::incrementAndGet, -1);
        stream.close();
        stream.close();
        ByteBuffer data = ByteBuffer.allocate(10 * CAPACITY);
        pipe.write(data);
        assertThat(data.hasRemaining()).isFalse();
        assertThat(cancelled).hasValue(1);
        assertThat(stream.available()).isZero();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> stream.writeTo(out)).hasMessageContaining("closed");
    }

    @Test
    void reader_thatIsInterrupted_stopsWaiting() {
        pipe.receiveFrom(allowed::addAndGet);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pipe.take(null)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void bytes_thatAreNotWritten_areAskedForAgain() {
        pipe.receiveFrom(allowed::addAndGet);
        pipe.passedOver(100_000);
        assertThat(allowed).hasValue(CAPACITY);
        pipe.passedOver(100_000);
        assertThat(allowed).hasValue(CAPACITY + 200_000);
        pipe.passedOver(-1_000);
        pipe.passedOver(200_000);
        assertThat(allowed).hasValue(CAPACITY + 399_000);
    }

    @Test
    void nextSource_afterMoreThanWasAskedFor_isAskedForNothingUntilThatIsRead() throws IOException {
        pipe.receiveFrom(allowed::addAndGet);
        pipe.write(ByteBuffer.allocate(2 * CAPACITY));
        AtomicLong second = new AtomicLong();
        pipe.receiveFrom(second::addAndGet);
        for (int i = 0; i < 5; i++) {
            assertThat(pipe.take(null).remaining()).isEqualTo(64 * 1024);
        }
        assertThat(second).hasValue(0);
        pipe.take(null);
        assertThat(second).hasValue(128 * 1024);
    }

    @Test
    void reader_thatIsToldNothing_doesNotWaitForEver() {
        BytePipe impatient = new BytePipe(20);
        impatient.receiveFrom(allowed::addAndGet);
        assertThatThrownBy(() -> impatient.take(null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("20 ms")
                .cause()
                .isInstanceOfSatisfying(
                        FastRouterStreamException.class,
                        cause -> assertThat(cause.getCode()).isEqualTo("idle_timeout"));
    }

    @Test
    void call_olderThanTheOneKnown_isIgnored() {
        CallSlot slot = new CallSlot();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        slot.set(1, second::incrementAndGet);
        slot.set(0, first::incrementAndGet);
        slot.cancel();
        assertThat(first).hasValue(0);
        assertThat(second).hasValue(1);
    }

    @Test
    void call_setAfterItWasCancelled_isGivenUpAtOnce() {
        CallSlot slot = new CallSlot();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        slot.set(0, first::incrementAndGet);
        slot.cancel();
        slot.set(1, second::incrementAndGet);
        assertThat(first).hasValue(1);
        assertThat(second).hasValue(1);
        assertThat(slot.isCancelled()).isTrue();
    }
}
