package ai.fastrouter.camel.job.submit;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Clock;

/** Reads the answer to a submit, and says which failures leave it open whether there is a job now. */
public final class Submission implements ReplyListener {

    /** Learns how a submit ended. One method is called, once, on an I/O thread; it must not block. */
    public interface Listener {

        /** The gateway has accepted the job. */
        void onAccepted(ResponseHead head, AudioJob job);

        /** There is no job, or nobody knows. */
        void onFailure(FastRouterException failure);
    }

    private final GatewayRequest request;
    private final FailurePolicy policy;
    private final Clock clock;
    private final Listener listener;

    private Submission(GatewayRequest request, FailurePolicy policy, Clock clock, Listener listener) {
        this.request = request;
        this.policy = policy;
        this.clock = clock;
        this.listener = listener;
    }

    /** What to send a submit with. */
    public static ResponseHandler handler(
            GatewayRequest request, GatewayTarget target, Clock clock, Listener listener) {
        FailurePolicy policy = FailurePolicy.of(target);
        return new WholeReply(
                request, target.maxResponseSize(), policy, new Submission(request, policy, clock, listener));
    }

    @Override
    public void onReply(ResponseHead head, byte[] body, int length) {
        JobAnswer answer = AnswerReader.read(body, length);
        if (answer != null && answer.failed() && !answer.hasAudio()) {
            FastRouterException failure = Failures.ofResponse(request, head, body, length, policy);
            listener.onFailure(failed(
                    "job_failed",
                    "The gateway took the request, and says that the job failed: " + reason(answer, failure),
                    head,
                    job(answer),
                    failure));
        } else if (answer == null || !answer.hasAudio() && !answer.isPending()) {
            listener.onFailure(failed(
                    "unexpected_answer",
                    "The gateway took the request, but its answer names neither a job nor audio;"
                            + " there may be a job, and it may be billed",
                    head,
                    answer == null ? null : job(answer),
                    null));
        } else {
            listener.onAccepted(head, job(answer));
        }
    }

    @Override
    public void onFailure(FastRouterException failure) {
        listener.onFailure(surelyNoJob(failure) ? failure : uncertain(failure));
    }

    private AudioJob job(JobAnswer answer) {
        AudioJob asked = new AudioJob(
                null,
                null,
                request.model(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                clock.instant(),
                null,
                0,
                null);
        AudioJob job = answer.addedTo(asked, 0, answer.hasAudio() ? clock.instant() : null);
        return job;
    }

    private static String reason(JobAnswer answer, FastRouterException failure) {
        return answer.error() == null ? "it gave no reason" : failure.getMessage();
    }

    /**
     * Nothing was sent; or the gateway said that it does not want it: 4xx, but for those that tell of trouble on the way, and 503.
     */
    private static boolean surelyNoJob(FastRouterException failure) {
        int status = failure.getStatus();
        if (status == 0) {
            return isBeforeSending(failure.getCode());
        }
        return status == 503 || status >= 300 && status < 500 && status != 408 && status != 409;
    }

    private static boolean isBeforeSending(String code) {
        return code != null
                && switch (code) {
                    case "connect_failed",
                            "connect_timeout",
                            "pool_timeout",
                            "unknown_host",
                            "tls_failed",
                            "invalid_header",
                            "unreadable_body" -> true;
                    default -> false;
                };
    }

    /** What it means when a submit ends so after it was sent: nobody knows whether there is a job. */
    public static FastRouterJobException uncertain(FastRouterException failure) {
        return new FastRouterJobException(
                "The request was sent, but nobody knows whether the gateway accepted it: there may be a job, and it may be"
                        + " billed. It was not sent again. " + failure.getMessage(),
                failure.getDetails().withCode("submit_uncertain"),
                null,
                failure);
    }

    private FastRouterJobException failed(
            String code, String message, ResponseHead head, AudioJob job, FastRouterException cause) {
        ErrorDetails details = ErrorDetails.ofCode(code)
                .withOperation(request.operation(), request.model())
                .withStatus(head.status(), head.requestId());
        return new FastRouterJobException(message, details, job, cause);
    }
}
