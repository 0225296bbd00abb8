package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.nio.ByteBuffer;

/**
 * Gets the audio of one request, on I/O threads, one call at a time: a head, bytes and an end, or a failure at any point before the
 * end.
 */
interface AudioListener {

    /** It is audio, as far as the head tells. Asks for bytes, now or later. */
    void onHead(ResponseHead head, BodyFlow flow);

    /** Some bytes; all are taken before it returns. */
    void onBytes(ByteBuffer data) throws FastRouterException;

    /** All bytes have come, at least one. */
    void onEnd();

    /** There is no audio, or no more of it. */
    void onFailure(FastRouterException failure);
}
