package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;

/**
 * What reading a streamed answer needs to know.
 *
 * @param request      what was sent
 * @param policy       how failures are judged
 * @param maxEventSize the largest event, in bytes
 * @param patience     how long a reader waits at most, in milliseconds; 0 without limit
 * @param withFrames   whether the body passes the events on
 */
public record StreamRequest(
        GatewayRequest request, FailurePolicy policy, int maxEventSize, long patience, boolean withFrames) {}
