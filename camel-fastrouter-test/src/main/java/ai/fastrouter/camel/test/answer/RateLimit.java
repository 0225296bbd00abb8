package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Reply;

/** The rate limit headers that ARouter sends: 600 requests a minute, of which plenty always remain. */
final class RateLimit {

    private RateLimit() {}

    static Reply on(Reply reply) {
        long reset = System.currentTimeMillis() / 1000 / 60 * 60 + 60;
        return reply.header("X-RateLimit-Limit", "600")
                .header("X-RateLimit-Remaining", "599")
                .header("X-RateLimit-Reset", Long.toString(reset));
    }
}
