package ai.fastrouter.camel.job.report;

import ai.fastrouter.camel.job.poll.JobTicket;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the context's event notifiers how jobs come along, on a worker thread, if there is a notifier. */
public final class JobProgress {

    private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);

    private final CamelContext context;
    private final Executor worker;

    public JobProgress(CamelContext context, Executor worker) {
        this.context = context;
        this.worker = worker;
    }

    /** A job has come along. */
    public void tell(JobTicket ticket) {
        if (context.getManagementStrategy().getEventNotifiers().isEmpty()) {
            return;
        }
        AudioJobProgressEvent event = new AudioJobProgressEvent(
                context, ticket.key(), ticket.status(), ticket.queuePosition(), ticket.polls());
        try {
            worker.execute(() -> tell(event));
        } catch (RejectedExecutionException e) {
            LOG.trace("The workers are gone");
        }
    }

    private void tell(AudioJobProgressEvent event) {
        try {
            context.getManagementStrategy().notify(event);
        } catch (Exception e) {
            LOG.debug("An event notifier failed and is passed over", e);
        }
    }
}
