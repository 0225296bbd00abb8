package ai.fastrouter.camel.gateway.sse;

import ai.fastrouter.camel.error.FastRouterException;

/** Takes events as they are decoded. The event given is only valid until the method returns. */
public interface SseHandler {

    /**
     * A whole event. Its data may be empty ({@code data:} alone), which some servers send to keep a connection alive.
     *
     * @throws FastRouterException to stop decoding; passed on to the caller of the decoder
     */
    void onEvent(SseEvent event) throws FastRouterException;

    /**
     * The stream has ended within a data line. Holds what arrived of the event: worth a look, since a server may leave out the
     * last line end, but as likely cut anywhere. Called by {@link SseDecoder#end} only, as the last call.
     */
    void onUnfinished(SseEvent event) throws FastRouterException;
}
