package ai.fastrouter.camel.test.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One job: queued, then in progress, then completed; by time, or by polls when jobs take no time. */
final class Job {

    /** Where a job begins in the queue. */
    static final int PLACES = 3;

    /** A job's state: a word of the wire and its place in the queue. */
    record State(String status, int position) {

        boolean completed() {
            return status.equals("COMPLETED");
        }
    }

    private final String id;
    private final String chatId;
    private final String prompt;
    private final int seconds;
    private final long time;
    private final long submittedAt;
    private final AtomicInteger polls = new AtomicInteger();

    /** @param submittedAt in milliseconds since 1970 */
    Job(String id, String chatId, String prompt, int seconds, long submittedAt, Duration time) {
        this.id = id;
        this.chatId = chatId;
        this.prompt = prompt;
        this.seconds = seconds;
        this.submittedAt = submittedAt;
        this.time = time.toMillis();
    }

    String id() {
        return id;
    }

    String chatId() {
        return chatId;
    }

    String prompt() {
        return prompt;
    }

    int seconds() {
        return seconds;
    }

    long submittedAt() {
        return submittedAt;
    }

    /** The state that the next poll is told, at that time in milliseconds since 1970. */
    State poll(long now) {
        int poll = polls.incrementAndGet();
        // In units of half a job: the first half in the queue, the second in progress.
        double progress = time == 0 ? poll - 0.5 : 2.0 * (now - submittedAt) / time;
        if (time == 0 ? poll > 2 : progress >= 2) {
            return new State("COMPLETED", 0);
        }
        return progress < 1
                ? new State("IN_QUEUE", Math.max(1, (int) Math.ceil(PLACES * (1 - progress))))
                : new State("IN_PROGRESS", 0);
    }
}
