package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.gateway.Call;
import java.time.Instant;

/**
 * One job that is being asked for. Small, since there may be thousands. Its state belongs to the thread of the poller's timer.
 */
public final class JobTicket {

    private final String key;
    private final String responseUrl;
    private final String model;
    private final long submittedAt;
    private final JobListener listener;

    long startedAt;
    long takenUpAt;
    long deadline;
    long patience;
    boolean heard;
    long dueAt;
    long wait;
    int withoutAudio;
    int notFound;
    Call call;
    boolean ended;
    Runnable afterFirst;
    // read by other threads too
    private volatile Instant ends;
    private volatile int polls;
    private volatile String status;
    private volatile Integer queuePosition;

    /**
     * @param key         by what its owner knows it
     * @param responseUrl what to ask the gateway for
     * @param submittedAt when it was submitted, in milliseconds by the wall clock of who submitted it
     */
    public JobTicket(String key, String responseUrl, String model, long submittedAt, JobListener listener) {
        this.key = key;
        this.responseUrl = responseUrl;
        this.model = model;
        this.submittedAt = submittedAt;
        this.listener = listener;
    }

    public String key() {
        return key;
    }

    public String responseUrl() {
        return responseUrl;
    }

    public String model() {
        return model;
    }

    /** How often it was asked for. */
    public int polls() {
        return polls;
    }

    /** The state as last told; null before the first answer. */
    public String status() {
        return status;
    }

    /** The place in the queue as last told; null when unknown. */
    public Integer queuePosition() {
        return queuePosition;
    }

    /** When it was submitted, in milliseconds by the wall clock of who submitted it. */
    public long submittedAt() {
        return submittedAt;
    }

    /** When its time is over at the latest, by this node's wall clock; null before it is asked for. */
    public Instant ends() {
        return ends;
    }

    JobListener listener() {
        return listener;
    }

    /** Begins its time limits. Times are in milliseconds of the poller's steady clock. */
    void takeUp(long now, long age, long timeout) {
        takenUpAt = now;
        startedAt = now - age;
        deadline = now + Math.max(timeout - age, timeout / 2);
        patience = now + timeout;
    }

    /** Tells others when its time is over at the latest. */
    void endsAt(Instant time) {
        ends = time;
    }

    /** When its time is up. Until the gateway has said something of it, its age alone is no reason to give it up. */
    long limit() {
        return heard ? deadline : patience;
    }

    void countPoll() {
        polls = polls + 1; // by one thread only
    }

    /** The first answer was judged. */
    void toldFirst() {
        Runnable told = afterFirst;
        afterFirst = null;
        if (told != null) {
            told.run();
        }
    }

    /** Takes over what an answer tells; true if that is new. */
    boolean progressed(String newStatus, Integer newPosition) {
        boolean changed = newStatus != null && !newStatus.equals(status)
                || newPosition != null && !newPosition.equals(queuePosition);
        status = newStatus != null ? newStatus : status;
        queuePosition = newPosition != null ? newPosition : queuePosition;
        return changed;
    }
}
