package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.chat.merge.EndOfAnswer;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import ai.fastrouter.camel.gateway.sse.SseDecoder;
import ai.fastrouter.camel.gateway.sse.SseEvent;
import ai.fastrouter.camel.gateway.sse.SseHandler;
import ai.fastrouter.camel.gateway.wire.ChunkReader;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the events of one streamed answer, on I/O threads: what a packet brings becomes one batch for the reader. */
final class ChatEvents implements BodyReceiver, SseHandler {

    /** How much may be on its way to the reader, in bytes of the network. */
    private static final int WINDOW = 64 * 1024;
    /** An answer with more chunks that say nothing is handed over all the same. */
    private static final int SILENT_AT_MOST = 32;

    /** Learns what becomes of the answer, on I/O threads. */
    interface Listener {

        /** It says something: the route may go on. Once. */
        void begun(ChatChunk first, ChunkPipe pipe);

        /** Its bytes have ended before it had. */
        void failed(FastRouterException failure);

        /** The last byte has arrived; the connection is free. */
        void over();
    }

    private final GatewayRequest request;
    private final ResponseHead head;
    private final BodyFlow flow;
    private final FailurePolicy policy;
    private final boolean withFrames;
    private final Listener listener;
    private final ChunkPipe pipe;
    private final SseDecoder decoder;
    private final ChunkReader reader = new ChunkReader();
    private final EndOfAnswer end = new EndOfAnswer();
    private Batch batch;
    private ChatChunk first;
    private int silent;
    private boolean speaking;
    private boolean begun;
    private boolean done;
    private boolean finished;

    ChatEvents(StreamRequest stream, ResponseHead head, BodyFlow flow, Listener listener) {
        this.request = stream.request();
        this.head = head;
        this.flow = flow;
        this.policy = stream.policy();
        this.withFrames = stream.withFrames();
        this.listener = listener;
        this.pipe = new ChunkPipe(flow, stream.patience());
        this.decoder = new SseDecoder(stream.maxEventSize());
        flow.request(WINDOW);
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        int bytes = data.remaining();
        batch = new Batch(withFrames);
        try {
            decoder.decode(data, this);
        } finally {
            publish(bytes);
        }
    }

    @Override
    public void onEnd() {
        listener.over();
        batch = new Batch(withFrames);
        try {
            decoder.end(this);
            publish(0);
            if (!done && !end.isReached()) {
                listener.failed(StreamFailures.truncated(request, head));
            } else if (!done) {
                finish();
            }
        } catch (FastRouterException e) {
            publish(0);
            listener.failed(e);
        }
    }

    @Override
    public void onEvent(SseEvent event) throws FastRouterException {
        if (done || event.length() == 0) {
            return;
        }
        if (event.isDone()) {
            done = true;
            return;
        }
        ChatChunk chunk = parse(event);
        if (reader.hasError()) {
            byte[] document = Arrays.copyOfRange(event.array(), event.offset(), event.offset() + event.length());
            throw Failures.ofResponse(request, head, document, document.length, policy);
        }
        take(chunk, event);
    }

    /** Whole if a server forgot its last line end; cut if not. */
    @Override
    public void onUnfinished(SseEvent event) throws FastRouterException {
        try {
            reader.read(event.array(), event.offset(), event.length());
        } catch (IOException e) {
            throw StreamFailures.truncated(request, head);
        }
        onEvent(event);
    }

    private ChatChunk parse(SseEvent event) throws FastRouterException {
        try {
            return reader.read(event.array(), event.offset(), event.length());
        } catch (IOException e) {
            throw StreamFailures.invalid(request, head);
        }
    }

    private void take(ChatChunk chunk, SseEvent event) throws FastRouterException {
        end.see(chunk);
        first = first == null ? chunk : first;
        batch.add(chunk);
        if (withFrames) {
            batch.frames().add(event.array(), event.offset(), event.length());
        }
        if (!speaking) {
            silent++;
            speaking = saysSomething(chunk) || silent > SILENT_AT_MOST;
        }
        for (ChatChunk.Choice choice : chunk.choices()) {
            if ("error".equals(choice.finishReason())) {
                throw StreamFailures.finishedWithError(request, head);
            }
        }
    }

    /** Before that an error is one of the call, not of a stream. */
    private static boolean saysSomething(ChatChunk chunk) {
        for (ChatChunk.Choice choice : chunk.choices()) {
            ChatMessage delta = choice.delta();
            boolean error = "error".equals(choice.finishReason());
            if (choice.finishReason() != null && !error
                    || delta.content() != null && !delta.content().isEmpty()) {
                return true;
            }
            if (delta.reasoning() != null
                    || !delta.toolCalls().isEmpty()
                    || !delta.parts().isEmpty()
                    || delta.audio() != null
                    || delta.refusal() != null
                    || !delta.reasoningDetails().isEmpty()) {
                return true;
            }
        }
        return chunk.usage() != null;
    }

    private void publish(int bytes) {
        Batch full = batch;
        batch = null;
        boolean reading = begun || speaking;
        // a part of a large event counts too, or a reader that is slow would be given event after event
        full.bytes(reading ? bytes : 0);
        if (reading || !full.chunks().isEmpty()) {
            pipe.add(full);
        }
        // until the route goes on nobody takes batches
        flow.request(reading ? 0 : bytes);
        if (speaking) {
            begin();
        }
        if (done) {
            finish();
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            listener.begun(first, pipe);
        }
    }

    private void finish() {
        if (finished) {
            return;
        }
        finished = true;
        if (first == null) {
            listener.failed(StreamFailures.truncated(request, head));
            return;
        }
        begin();
        pipe.end();
        // what comes after the end is read and skipped, so that the connection can be used again
        flow.request(WINDOW);
    }
}
