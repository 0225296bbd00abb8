package ai.fastrouter.camel.gateway.reply;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.ResponseHead;

/** Learns how a call ended. Exactly one method is called, once, on an I/O thread; it must not block. */
public interface ReplyListener {

    /**
     * A whole answer with a 2xx status.
     *
     * @param body   holds the body from index 0; may be longer than the body. It belongs to the listener
     * @param length how many bytes of it are the body
     */
    void onReply(ResponseHead head, byte[] body, int length);

    /** Any other end: an error status, an answer that is too large, no answer. */
    void onFailure(FastRouterException failure);
}
