package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.gateway.Timeouts;

/** Which step a call is in and since when, so that the watchdog can tell whether it takes too long. */
final class CallClock {

    /** The steps of a call, in order. */
    enum Step {
        WAITING_FOR_CONNECTION,
        CONNECTING,
        SENDING,
        WAITING_FOR_HEAD,
        RECEIVING
    }

    private static final long LAST_MOMENT = 2_000;

    private final Timeouts timeouts;
    private final long poolTimeout;
    private final long started = System.nanoTime();
    private volatile long since = started;
    private volatile boolean sent;
    private volatile boolean sendingFailed;
    private volatile Step step = Step.WAITING_FOR_CONNECTION;

    /**
     * @param poolTimeout how long to wait for a pooled connection
     */
    CallClock(Timeouts timeouts, long poolTimeout) {
        this.timeouts = timeouts;
        this.poolTimeout = poolTimeout;
    }

    Step step() {
        return step;
    }

    /** A new step begins now. */
    void enter(Step next) {
        since = System.nanoTime();
        step = next;
    }

    /** The request is being written. */
    void sending() {
        if (step.ordinal() < Step.SENDING.ordinal()) {
            enter(Step.SENDING);
        }
    }

    /** The request is written, or there is nothing of it to write. */
    void sent() {
        sent = true;
        if (step.ordinal() < Step.WAITING_FOR_HEAD.ordinal()) {
            enter(Step.WAITING_FOR_HEAD);
        }
    }

    /** Whether all of the request is written. */
    boolean isSent() {
        return sent;
    }

    /** The request could not be written to its end; a last moment is left for an answer that may be there already. */
    void sendingFailed() {
        sendingFailed = true;
        progress();
    }

    /** Bytes moved. */
    void progress() {
        since = System.nanoTime();
    }

    /** Whether the whole call takes too long. */
    boolean isTotalOver(long now) {
        return isOver(now, started, timeouts.total());
    }

    /** Whether an answer was waited for in vain after the request could not be written. */
    boolean isAnswerHopeless(long now) {
        return sendingFailed && step == Step.SENDING && isOver(now, since, LAST_MOMENT);
    }

    /** Whether the current step takes too long. */
    boolean isStepOver(long now) {
        // the limit first: a step that begins meanwhile has set its beginning before
        long limit = limit();
        return isOver(now, since, limit);
    }

    /** The limit of the current step in milliseconds; 0 for none. */
    long limit() {
        return switch (step) {
            case WAITING_FOR_CONNECTION -> poolTimeout;
            case CONNECTING -> timeouts.connect();
            case SENDING, RECEIVING -> timeouts.idle();
            case WAITING_FOR_HEAD -> timeouts.firstByte();
        };
    }

    private static boolean isOver(long now, long from, long limit) {
        return limit > 0 && now - from > limit * 1_000_000L;
    }
}
