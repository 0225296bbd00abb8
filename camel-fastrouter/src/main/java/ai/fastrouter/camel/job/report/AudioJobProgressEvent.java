package ai.fastrouter.camel.job.report;

import java.util.EventObject;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/**
 * Tells event notifiers that the state of a prompt-to-audio job, or its place in the queue, has changed. Sent by whoever asks for
 * the job: the consumer, or the producer that awaits it.
 */
public final class AudioJobProgressEvent extends EventObject implements CamelEvent.CamelContextEvent {

    private static final long serialVersionUID = 1L;

    private final String jobId;
    private final String status;
    private final Integer queuePosition;
    private final int polls;
    private long timestamp;

    AudioJobProgressEvent(CamelContext context, String jobId, String status, Integer queuePosition, int polls) {
        super(context);
        this.jobId = jobId;
        this.status = status;
        this.queuePosition = queuePosition;
        this.polls = polls;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    @Override
    public CamelContext getContext() {
        return (CamelContext) getSource();
    }

    @Override
    public Object getSource() {
        return super.getSource();
    }

    /** The provider's id of the job, or the address that it is asked for by if it has none. */
    public String getJobId() {
        return jobId;
    }

    /** The state as the gateway tells it, in upper case; null when it told none. */
    public String getStatus() {
        return status;
    }

    /** How many jobs are before it; null when unknown. */
    public Integer getQueuePosition() {
        return queuePosition;
    }

    /** How often it was asked for so far. */
    public int getPolls() {
        return polls;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    /** Without ids. */
    @Override
    public String toString() {
        return "A prompt-to-audio job is " + status + (queuePosition == null ? "" : ", place " + queuePosition);
    }
}
