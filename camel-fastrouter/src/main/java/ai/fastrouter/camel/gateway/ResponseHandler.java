package ai.fastrouter.camel.gateway;

import ai.fastrouter.camel.error.FastRouterException;

/** Receives the response to one request. All methods are called on I/O threads, one at a time; they must not block. */
public interface ResponseHandler {

    /**
     * The status line and the headers have arrived, whatever the status is.
     *
     * @param flow asks for body bytes; nothing is read before it was asked for
     * @return the receiver of the body
     */
    BodyReceiver onHead(ResponseHead head, BodyFlow flow);

    /**
     * The call ended without a whole response. Called at most once, never after {@link BodyReceiver#onEnd()}, and it is the last
     * call. May be called before, or long after, {@link #onHead}.
     */
    void onFailure(FastRouterException failure);
}
