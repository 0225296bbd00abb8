package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.job.collect.SteadyClock;
import ai.fastrouter.camel.job.store.MemoryJobRepository;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.job.submit.Submission;
import ai.fastrouter.camel.job.submit.SubmitOptions;
import ai.fastrouter.camel.job.submit.SubmitRequest;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.util.URISupport;

/**
 * The jobs of a consumer that has a prompt: one at a time, each submitted by the first run of the scheduler after the one before
 * has left the repository. One that was left there by an earlier life of the process counts. After a submit that may have been billed
 * without a job to show for it, the next one waits as long as a job may take, so that trouble costs little.
 */
final class OwnJobs {

    /** Stands for a job of which the submit is under way. */
    private static final String SUBMITTING = "";

    private final OperationContext context;
    private final OptionValues values;
    private final long jobTimeout;
    private final String origin;
    private final Clock clock;
    private final AtomicReference<String> current = new AtomicReference<>();
    private final AtomicReference<FastRouterException> failure = new AtomicReference<>();

    private boolean searched;
    private volatile long notBefore = Long.MIN_VALUE;

    /** @param clock never jumps */
    private OwnJobs(OperationContext context, OptionValues values, JobOptions options, Clock clock) {
        this.context = context;
        this.values = values;
        this.jobTimeout = options.polls().jobTimeout().toMillis();
        this.clock = clock;
        byte[] prompt = context.options().get("prompt").toString().getBytes(StandardCharsets.UTF_8);
        this.origin = UUID.nameUUIDFromBytes(prompt).toString(); // a prompt is nothing to be kept
    }

    /** Null for a consumer that has no prompt. */
    static OwnJobs of(OperationContext context, JobOptions options) {
        return context.options().get("prompt") == null
                ? null
                : new OwnJobs(context, SubmitOptions.SET.read(context.options()), options, new SteadyClock());
    }

    /** Where its jobs are kept: in the repository it was given, else in a memory that it shares with nobody. */
    JobIntake intake(JobOptions options, JobDesk desk) {
        return options.repository() != null
                ? JobIntake.of(context, options, desk)
                : JobIntake.of(context, new MemoryJobRepository(1), desk);
    }

    /**
     * Submits a job if there is none. Does not wait for the answer. Called by one thread at a time.
     *
     * @throws Exception what the submit before failed with, or what the repository fails with
     */
    void submitIfNone(JobIntake intake) throws Exception {
        FastRouterException failed = failure.getAndSet(null);
        if (failed != null) {
            throw failed;
        }
        if (clock.millis() < notBefore) {
            return;
        }
        if (!searched) {
            current.set(intake.store().keyFrom(origin));
            searched = true;
        }
        String key = current.get();
        if (key != null && (key.equals(SUBMITTING) || isThere(intake, key))) {
            return;
        }
        GatewayRequest request = SubmitRequest.of(context.target(), values);
        intake.takePlace();
        current.set(SUBMITTING);
        String endpoint = URISupport.sanitizeUri(context.endpoint().getEndpointUri());
        Listener listener = new Listener(intake, Observation.start(context.listeners(), request, endpoint, null));
        context.client().send(request, Submission.handler(request, context.target(), Clock.systemUTC(), listener));
    }

    private static boolean isThere(JobIntake intake, String key) throws IOException {
        return intake.store().read(key) != null;
    }

    /** Puts the job into the repository, on a worker's thread. */
    private final class Listener implements Submission.Listener {

        private final JobIntake intake;
        private final Observation observation;

        Listener(JobIntake intake, Observation observation) {
            this.intake = intake;
            this.observation = observation;
        }

        @Override
        public void onAccepted(ResponseHead head, AudioJob job) {
            observation.status(head.status(), head.requestId());
            observation.answered(job.model(), null, job.usage());
            observation.end(null);
            Runnable record = () -> record(job);
            try {
                context.worker().execute(record);
            } catch (RejectedExecutionException e) {
                record.run(); // the context is being stopped; the job is billed all the same
            }
        }

        private void record(AudioJob job) {
            try {
                intake.record(job, Map.of(), origin);
                current.set(StoredJob.keyOf(job));
            } catch (FastRouterException e) {
                fail(e);
            }
        }

        @Override
        public void onFailure(FastRouterException e) {
            observation.end(e);
            intake.leavePlace();
            fail(e);
        }

        private void fail(FastRouterException e) {
            long wait = e.getRetryAfter() == null ? 0 : e.getRetryAfter().toMillis();
            // a failure of a job, where there should be no job yet: it may be billed
            notBefore = clock.millis() + (e instanceof FastRouterJobException ? Math.max(wait, jobTimeout) : wait);
            failure.set(e);
            current.set(null);
        }
    }
}
