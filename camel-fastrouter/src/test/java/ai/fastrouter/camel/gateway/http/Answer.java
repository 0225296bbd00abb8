package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler that gathers a response and checks on the way that the port's promises to handlers are kept. */
class Answer implements ResponseHandler, BodyReceiver {

    private final CountDownLatch headArrived = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int firstDemand;
    private volatile String broken;
    private volatile String thread;
    private volatile ResponseHead head;
    private volatile BodyFlow flow;
    private volatile FastRouterException failure;
    private volatile long received;

    /** Takes all that comes. */
    Answer() {
        this(BodyFlow.UNLIMITED);
    }

    /** Asks for so many bytes when the head arrives; 0 for none. */
    Answer(int firstDemand) {
        this.firstDemand = firstDemand;
    }

    @Override
    public BodyReceiver onHead(ResponseHead newHead, BodyFlow newFlow) {
        enter("onHead");
        head = newHead;
        flow = newFlow;
        if (firstDemand > 0) {
            newFlow.request(firstDemand);
        }
        headArrived.countDown();
        inside.decrementAndGet();
        return this;
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        enter("onData");
        received += data.remaining();
        try {
            keep(data);
        } finally {
            inside.decrementAndGet();
        }
    }

    /** What is done with the bytes. */
    void keep(ByteBuffer data) throws FastRouterException {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void onEnd() {
        enter("onEnd");
        ended();
    }

    @Override
    public void onFailure(FastRouterException cause) {
        enter("onFailure");
        failure = cause;
        ended();
    }

    private void ended() {
        thread = Thread.currentThread().getName();
        ends.incrementAndGet();
        inside.decrementAndGet();
        over.countDown();
    }

    private void enter(String what) {
        if (inside.incrementAndGet() != 1) {
            broken = what + " was called while the handler was busy";
        }
        if (ends.get() > 0) {
            broken = what + " was called after the end";
        }
    }

    /** Waits for the end, whichever it is. */
    Answer await() {
        await(over, "the call did not end");
        assertThat(broken).isNull();
        return this;
    }

    /** Waits for a whole response. */
    Answer whole() {
        await();
        if (failure != null) {
            throw new AssertionError("The call failed", failure);
        }
        return this;
    }

    /** Waits for a failure. */
    FastRouterException failed() {
        await();
        assertThat(failure).as("failure").isNotNull();
        return failure;
    }

    ResponseHead awaitHead() {
        await(headArrived, "no head arrived");
        return head;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    boolean hasHead() {
        return head != null;
    }

    ResponseHead head() {
        return head;
    }

    BodyFlow flow() {
        return flow;
    }

    long received() {
        return received;
    }

    /** The thread that told the end. */
    String thread() {
        return thread;
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).as(otherwise).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, e);
        }
    }
}
