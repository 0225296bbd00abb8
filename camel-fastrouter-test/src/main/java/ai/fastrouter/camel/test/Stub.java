package ai.fastrouter.camel.test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A scripted answer for some requests. A sequence is used up reply by reply; then earlier stubs that match answer, and
 * last the gateway's own behaviour. The newest matching stub that has something to say wins.
 */
public final class Stub {

    private final RequestMatcher matcher;
    private final Deque<Reply> sequence = new ArrayDeque<>();
    private Reply always;
    private int calls;

    Stub(RequestMatcher matcher) {
        this.matcher = matcher;
    }

    /** Answers the next matching requests with these, one each, after those already in the sequence. */
    public synchronized Stub reply(Reply first, Reply... next) {
        sequence.add(first);
        sequence.addAll(List.of(next));
        return this;
    }

    /** Answers every matching request with this once the sequence is used up. */
    public synchronized Stub always(Reply reply) {
        always = reply;
        return this;
    }

    /** How many requests this stub has answered. */
    public synchronized int calls() {
        return calls;
    }

    /** How many replies of the sequence are still unused. */
    public synchronized int remaining() {
        return sequence.size();
    }

    /** The reply for the request, {@code null} when this stub has none for it. */
    synchronized Reply next(RecordedRequest request) {
        if (sequence.isEmpty() && always == null || !matcher.matches(request)) {
            return null;
        }
        calls++;
        return sequence.isEmpty() ? always : sequence.poll();
    }
}
