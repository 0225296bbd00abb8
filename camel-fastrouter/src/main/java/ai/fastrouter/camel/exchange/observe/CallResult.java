package ai.fastrouter.camel.exchange.observe;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.model.TokenUsage;

/**
 * How a call ended. Holds no prompt and no answer.
 *
 * @param nanos         from sending to the end, in nanoseconds; for a stream until its last chunk was read or it was closed
 * @param stream        whether the answer was a stream that the route went on with before its end
 * @param status        the HTTP status; 0 when no response arrived
 * @param failure       null when it succeeded
 * @param code          the failure's code; null when there is none
 * @param requestId     the gateway's request id; null when unknown
 * @param responseModel the model that answered; null when unknown
 * @param finishReason  why the answer ended; null when unknown
 * @param usage         tokens and cost; null when unknown
 */
public record CallResult(
        long nanos,
        boolean stream,
        int status,
        ErrorCategory failure,
        String code,
        String requestId,
        String responseModel,
        String finishReason,
        TokenUsage usage) {}
