package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import ai.fastrouter.camel.model.ChatChunk;

/** Takes whatever a gateway answers when it was asked for a stream: events, one JSON document instead, or an error. */
public final class StreamReply implements ResponseHandler, ReplyListener, ChatEvents.Listener {

    /** Learns what the answer is, on I/O threads. One of the first three is called first, once. */
    public interface Listener {

        /** A stream that has begun to say something. */
        void onStream(ResponseHead head, ChatChunk first, ChunkPipe pipe);

        /** A whole document, though a stream was asked for. */
        void onDocument(ResponseHead head, byte[] body, int length);

        /** No answer; or, after {@link #onStream}, no more of it. */
        void onFailure(FastRouterException failure);

        /** The gateway has sent its last byte. */
        void onLastByte();
    }

    private final StreamRequest request;
    private final Listener listener;
    private ResponseHead head;
    private WholeReply whole;

    public StreamReply(StreamRequest request, Listener listener) {
        this.request = request;
        this.listener = listener;
    }

    @Override
    public BodyReceiver onHead(ResponseHead responseHead, BodyFlow flow) {
        head = responseHead;
        if (head.isSuccess() && !head.isJson() && !"text/html".equals(head.mediaType())) {
            return new ChatEvents(request, head, flow, this);
        }
        whole = new WholeReply(request.request(), request.maxEventSize(), request.policy(), this);
        return whole.onHead(head, flow);
    }

    @Override
    public void onFailure(FastRouterException failure) {
        if (whole == null) {
            listener.onLastByte();
            listener.onFailure(failure);
            return;
        }
        WholeReply reply = whole;
        whole = null; // it calls this method of its listener
        reply.onFailure(failure);
    }

    @Override
    public void onReply(ResponseHead responseHead, byte[] body, int length) {
        listener.onLastByte();
        listener.onDocument(responseHead, body, length);
    }

    @Override
    public void begun(ChatChunk first, ChunkPipe pipe) {
        listener.onStream(head, first, pipe);
    }

    @Override
    public void failed(FastRouterException failure) {
        listener.onFailure(failure);
    }

    @Override
    public void over() {
        listener.onLastByte();
    }
}
