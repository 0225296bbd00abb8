package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.poll.PollResult;
import ai.fastrouter.camel.job.poll.PollSender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.util.URISupport;

/**
 * Asks the gateway for jobs. A job's address goes out as a value in the body, never as an address that is called. Asking does no
 * harm, so a poll may be broken off early.
 */
final class GatewayPoll implements PollSender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATION = "prompt-to-audio";
    private static final long LIMIT = 30_000;

    private final OperationContext context;
    private final GatewayTarget target;
    private final FailurePolicy policy;
    private final String endpoint;

    GatewayPoll(OperationContext context) {
        this.context = context;
        GatewayTarget asked = context.target();
        Timeouts timeouts = asked.timeouts();
        this.target = new GatewayTarget(
                asked.baseUrl(),
                asked.apiKey(),
                new Timeouts(
                        timeouts.connect(), atMost(timeouts.firstByte()), atMost(timeouts.idle()), timeouts.total()),
                asked.maxRetryAfter(),
                asked.maxResponseSize());
        // a job bears any wait: its own time limit decides
        this.policy = new FailurePolicy(Duration.ofDays(3650), Clock.systemUTC());
        this.endpoint = URISupport.sanitizeUri(context.endpoint().getEndpointUri());
    }

    private static long atMost(long timeout) {
        return timeout == 0 ? LIMIT : Math.min(timeout, LIMIT);
    }

    @Override
    public Call send(String responseUrl, String model, Consumer<PollResult> receiver) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", responseUrl);
        fields.put("model", model);
        RequestBody body = RequestBody.of("application/json", ByteBuffer.wrap(json(fields)));
        GatewayRequest request = target.post("/getPromptToAudioResponse", body, List.of(), OPERATION, model);
        Observation observation =
                context.listeners().isEmpty() ? null : Observation.start(context.listeners(), request, endpoint, null);
        Reply reply = new Reply(receiver, observation);
        return context.client().send(request, new WholeReply(request, target.maxResponseSize(), policy, reply));
    }

    private static byte[] json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two texts can't be written as JSON", e);
        }
    }

    /** Turns the end of the call into a result. */
    private record Reply(Consumer<PollResult> receiver, Observation observation) implements ReplyListener {

        @Override
        public void onReply(ResponseHead head, byte[] body, int length) {
            JobAnswer answer = AnswerReader.read(body, length);
            if (observation != null) {
                observation.status(head.status(), head.requestId());
                observation.answered(
                        answer == null ? null : answer.job().model(),
                        null,
                        null); // a poll costs nothing: the usage in it is the job's
                observation.end(null);
            }
            receiver.accept(PollResult.ok(head.status(), answer));
        }

        @Override
        public void onFailure(FastRouterException failure) {
            JobAnswer answer = failure.getStatus() == 0 ? null : answer(failure);
            if (observation != null) {
                observation.status(failure.getStatus(), failure.getRequestId());
                // a 400 that says the job goes on is an answer, not a failed call
                observation.end(answer != null && answer.inProgress() ? null : failure);
            }
            receiver.accept(
                    failure.getStatus() == 0
                            ? PollResult.broken(failure)
                            : PollResult.refused(failure.getStatus(), answer, failure));
        }

        /** The body of the response, as far as the failure keeps it. */
        private static JobAnswer answer(FastRouterException failure) {
            String body =
                    failure.getCause() instanceof HttpOperationFailedException http ? http.getResponseBody() : null;
            if (body == null) {
                return null;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return AnswerReader.read(bytes, bytes.length);
        }
    }
}
