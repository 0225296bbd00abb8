package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.intake.MultipartParser;
import ai.fastrouter.camel.test.journal.Received;
import ai.fastrouter.camel.test.reply.Content.Rendered;
import ai.fastrouter.camel.test.reply.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer: takes the body in, asks the brain, sends what it says the way it says. */
final class GatewayExchange implements AsyncServerExchangeHandler {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayExchange.class);

    private final GatewayServer server;
    private final AtomicBoolean over = new AtomicBoolean();
    private WatchedSession session;
    private ResponseChannel channel;
    private HttpContext context;
    private Received received;
    private MultipartParser multipart;
    private volatile AnswerWriter writer;
    private volatile Future<?> pending;

    GatewayExchange(GatewayServer server) {
        this.server = server;
    }

    @Override
    public void handleRequest(
            HttpRequest request, EntityDetails details, ResponseChannel responseChannel, HttpContext httpContext)
            throws HttpException, IOException {
        channel = responseChannel;
        context = httpContext;
        HttpCoreContext core = HttpCoreContext.cast(httpContext);
        session = server.connections().from(core.getEndpointDetails().getRemoteAddress());
        session.exchanges(1);
        server.active(1);
        received = RequestHead.read(request, session.getId(), core.getProtocolVersion(), server.settings());
        multipart = MultipartParser.of(
                received.header("Content-Type"), server.settings().keepBody());
        if (details == null) {
            complete();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacityChannel) throws IOException {
        capacityChannel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer src) throws IOException {
        if (multipart != null) {
            multipart.feed(src.duplicate());
        }
        received.sink().write(src);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
        complete();
    }

    private void complete() {
        if (multipart == null) {
            received.completed(List.of(), null);
        } else {
            received.completed(multipart.end(), multipart.problem());
        }
        server.brain().answer(received, this::answer);
    }

    private void answer(Reply reply) {
        Delivery delivery = reply.delivery();
        Duration delay =
                delivery.delay != null ? delivery.delay : server.settings().latency();
        if (delivery.silent) {
            if (!delivery.hold) {
                later(delay, () -> session.end(delivery.ending));
            }
            return;
        }
        Rendered rendered;
        try {
            rendered = reply.content().render(received);
        } catch (RuntimeException e) {
            answer(Reply.error(500, Envelope.E1, "The script failed: " + e));
            return;
        }
        received.forgetJson();
        later(delay, () -> send(reply, rendered));
    }

    private void later(Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            pending = server.timer().after(delay, task);
        }
    }

    private void send(Reply reply, Rendered rendered) {
        if (over.get()) {
            return;
        }
        try {
            Head head = Head.of(reply, rendered);
            Delivery delivery = reply.delivery();
            Duration pace = delivery.packetDelay != null
                    ? delivery.packetDelay
                    : rendered.streamed() ? server.settings().chunkDelay() : Duration.ZERO;
            if (head.details() == null) {
                finish();
            } else {
                writer = new AnswerWriter(
                        rendered.body(), delivery, pace, head.declared(), session, server.timer(), this::finish);
            }
            // Under the lock the I/O thread cannot flush the head before the first packet is behind it.
            session.getLock().lock();
            try {
                channel.sendResponse(head.response(), head.details(), context);
            } finally {
                session.getLock().unlock();
            }
        } catch (HttpException | IOException | RuntimeException e) {
            LOG.debug("Answer to {} could not be sent", received, e);
            session.close(CloseMode.IMMEDIATE);
        }
    }

    private void finish() {
        if (over.compareAndSet(false, true)) {
            received.markAnswered();
            leave();
        }
    }

    private void leave() {
        session.exchanges(-1);
        server.active(-1);
    }

    @Override
    public int available() {
        AnswerWriter current = writer;
        return current != null && current.ready() ? 1 : 0;
    }

    @Override
    public void produce(DataStreamChannel dataChannel) throws IOException {
        if (writer != null) {
            writer.produce(dataChannel);
        }
    }

    @Override
    public void failed(Exception cause) {
        if (session != null && over.compareAndSet(false, true)) {
            if (!session.ended() && !server.closing()) {
                received.markDisconnected();
            }
            leave();
            if (!received.complete()) {
                server.brain().abandoned(received);
            }
        }
    }

    @Override
    public void releaseResources() {
        failed(null);
        if (pending != null) {
            pending.cancel(false);
        }
        if (multipart != null) {
            multipart.discard();
        }
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            LOG.debug("Body of the answer to {} could not be closed", received, e);
        }
    }
}
