package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.job.answer.JobAnswer;
import java.time.Duration;

/**
 * How one poll ended.
 *
 * @param status     the HTTP status; 0 when no response came
 * @param answer     the body; null when it is empty or no JSON object
 * @param retryAfter how long the gateway asks to wait; null when it does not say
 * @param failure    why it failed; null for 2xx
 */
public record PollResult(int status, JobAnswer answer, Duration retryAfter, FastRouterException failure) {

    /** A 2xx response. */
    public static PollResult ok(int status, JobAnswer answer) {
        return new PollResult(status, answer, null, null);
    }

    /** A response with another status. */
    public static PollResult refused(int status, JobAnswer answer, FastRouterException failure) {
        return new PollResult(status, answer, failure.getRetryAfter(), failure);
    }

    /** No response: connect failure, timeout, broken connection. */
    public static PollResult broken(FastRouterException failure) {
        return new PollResult(0, null, null, failure);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
