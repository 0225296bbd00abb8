package ai.fastrouter.camel.benchmark.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Reads a request to its end and answers with bytes from memory, at once or later. */
final class CannedHandler implements AsyncServerExchangeHandler {

    private final AsyncEntityProducer body;
    private final ScheduledExecutorService timer;
    private final long delayMillis;
    private ResponseChannel responses;
    private HttpContext context;

    CannedHandler(byte[] answer, String type, ScheduledExecutorService timer, long delayMillis) {
        this(new BasicAsyncEntityProducer(answer, ContentType.parse(type)), timer, delayMillis);
    }

    CannedHandler(AsyncEntityProducer body, ScheduledExecutorService timer, long delayMillis) {
        this.body = body;
        this.timer = timer;
        this.delayMillis = delayMillis;
    }

    @Override
    public void handleRequest(
            HttpRequest request, EntityDetails entity, ResponseChannel channel, HttpContext newContext)
            throws HttpException, IOException {
        responses = channel;
        context = newContext;
        if (entity == null) {
            answer();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer data) {
        data.position(data.limit());
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
        answer();
    }

    private void answer() throws HttpException, IOException {
        if (timer == null) {
            responses.sendResponse(new BasicHttpResponse(200), body, context);
        } else {
            timer.schedule(this::answerLate, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void answerLate() {
        try {
            responses.sendResponse(new BasicHttpResponse(200), body, context);
        } catch (HttpException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        body.produce(channel);
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        body.releaseResources();
    }
}
