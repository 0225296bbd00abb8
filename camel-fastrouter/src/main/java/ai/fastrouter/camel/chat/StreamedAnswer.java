package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.chat.stream.ChunkPipe;
import ai.fastrouter.camel.chat.stream.LiveAnswer;
import ai.fastrouter.camel.chat.stream.StreamBodies;
import ai.fastrouter.camel.chat.stream.StreamReply;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.ExchangeFailure;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.exchange.lifetime.ExchangeLease;
import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.lifetime.StreamOwner;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatResponse;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One streamed answer from its request to its end: hands it to the route when it begins, fails the exchange if it never does, and
 * sees to it that the call ends with whichever comes first, the answer, its reader or its route.
 */
final class StreamedAnswer implements StreamReply.Listener, LiveAnswer.Observer, InFlight.Work {

    private final Exchange exchange;
    private final Turn turn;
    private final Asked asked;
    private final Streaming streaming;
    private volatile Call call = Call.NONE;
    private volatile boolean unwanted;
    private volatile boolean lastByte;
    private volatile ChunkPipe pipe;
    private volatile LiveAnswer answer;
    private volatile StreamOwner owner;

    StreamedAnswer(Exchange exchange, Turn turn, Asked asked, Streaming streaming) {
        this.exchange = exchange;
        this.turn = turn;
        this.asked = asked;
        this.streaming = streaming;
    }

    /** Tells by what the call is given up. */
    void calling(Call newCall) {
        call = newCall;
        if (unwanted) {
            newCall.cancel();
        }
    }

    @Override
    public void onStream(ResponseHead head, ChatChunk first, ChunkPipe chunks) {
        pipe = chunks;
        observeStream(head);
        ChatResponse begun =
                new ChatResponse(first.id(), first.model(), first.created(), null, null, first.provider(), null);
        answer = new LiveAnswer(chunks, this);
        streaming.inFlight().add(this);
        if (!turn.resume(worker(), () -> handOver(head, begun))) {
            answer.close();
        }
    }

    @Override
    public void onDocument(ResponseHead head, byte[] body, int length) {
        turn.resume(worker(), () -> {
            ChatResponse response = streaming.answers().read(asked.request(), head, body, length);
            pipe = StreamBodies.whole(response, isPassedOn(asked));
            observeStream(head);
            answer = new LiveAnswer(pipe, this);
            handOver(head, response);
        });
    }

    /** On a worker thread. */
    private void handOver(ResponseHead head, ChatResponse known) {
        try {
            Message message = exchange.getMessage();
            ReplyHeaders.ofHead(message, head);
            AnswerHeaders.write(
                    message, new ChatResponse(known.id(), known.model(), null, null, null, known.provider(), null));
            String output = streamOutput(asked);
            message.setBody(StreamBodies.of(output, answer));
            ReplyHeaders.set(
                    message,
                    Exchange.CONTENT_TYPE,
                    output.equals("sse") ? "text/event-stream" : output.equals("audio") ? "audio/pcm" : null);
            owner = new StreamOwner(exchange);
            if (streaming.autoClose()) {
                new ExchangeLease(toCaller -> answer.close()).hold(exchange);
            }
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    @Override
    public void onFailure(FastRouterException failure) {
        ChunkPipe chunks = pipe;
        if (chunks == null) {
            turn.fail(streaming.worker(), failure);
        } else {
            chunks.fail(failure);
        }
    }

    @Override
    public void onLastByte() {
        lastByte = true;
    }

    @Override
    public boolean isFailed() {
        Exchange holder = holder();
        return holder != null && holder.getException() != null;
    }

    @Override
    public boolean isHeldBy(Exchange other) {
        return other == holder();
    }

    @Override
    public void ended(ChatResponse whole) {
        streaming.inFlight().remove(this);
        Exchange holder = holder();
        if (holder != null) {
            AnswerHeaders.write(holder.getMessage(), whole);
            AnswerHeaders.keep(holder.getMessage(), whole, asked.prepared().conversation());
        }
        observeEnd(whole, null);
        if (!lastByte) {
            // some gateways keep the connection open after [DONE]
            streaming.ends().afterGrace(this::cancel);
        }
    }

    @Override
    public void failed(FastRouterException failure, ChatResponse partial) {
        streaming.inFlight().remove(this);
        Exchange holder = holder();
        if (holder != null) {
            ExchangeFailure.describe(holder, failure);
        }
        observeEnd(partial, failure);
        cancel();
    }

    @Override
    public void abandoned() {
        streaming.inFlight().remove(this);
        observeEnd(
                null,
                FastRouterException.cancelled(
                        "The stream was closed before its end", ErrorDetails.ofCode("stream_closed")));
        cancel();
    }

    /** Of the route that asked, until the body is handed over to another one. */
    @Override
    public boolean isOf(String routeId) {
        Exchange holder = holder();
        return routeId.equals(holder == null || holder == exchange ? turn.routeId() : holder.getFromRouteId());
    }

    /** The reader is told. */
    @Override
    public void giveUp() {
        answer.abort(FastRouterException.cancelled(
                "The route was stopped while the answer was read", ErrorDetails.ofCode("route_stopped")));
        cancel();
    }

    private Exchange holder() {
        StreamOwner known = owner;
        return known == null ? null : known.exchange();
    }

    private void cancel() {
        unwanted = true;
        call.cancel();
    }

    private Executor worker() {
        return streaming.streamWorker();
    }

    private void observeStream(ResponseHead head) {
        Observation observation = turn.observation();
        if (observation != null) {
            observation.status(head.status(), head.requestId());
            observation.streaming();
        }
    }

    private void observeEnd(ChatResponse known, FastRouterException failure) {
        Observation observation = turn.observation();
        if (observation != null) {
            if (known != null) {
                observation.answered(known);
            }
            observation.end(failure);
        }
    }

    static String streamOutput(Asked asked) {
        return asked.prepared().values().get(ChatOptions.STREAM_OUTPUT, "chunks");
    }

    static boolean isPassedOn(Asked asked) {
        return streamOutput(asked).equals("sse");
    }
}
