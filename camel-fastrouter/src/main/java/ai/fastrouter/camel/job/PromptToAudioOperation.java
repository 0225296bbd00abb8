package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.OutgoingHeaders;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.report.JobHeaders;
import ai.fastrouter.camel.job.report.JobProgress;
import ai.fastrouter.camel.job.store.KeptHeaders;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.job.submit.Submission;
import ai.fastrouter.camel.job.submit.SubmitOptions;
import ai.fastrouter.camel.job.submit.SubmitRequest;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/** The producer's side of prompt-to-audio: submits a job, and either hands it over at once or waits for its audio. */
public final class PromptToAudioOperation extends ServiceSupport implements OperationHandler {

    private final OperationContext context;
    private final JobDesk desk;
    private final OptionValues endpointValues;
    private final JobOptions options;
    private final OutgoingHeaders outgoing;
    private final KeptHeaders keptHeaders;
    private final Clock clock = Clock.systemUTC();
    private JobIntake intake;
    private JobPoller poller;
    private AudioFetch fetch;
    private JobProgress progress;

    /** @throws IllegalArgumentException if an option is out of range */
    public PromptToAudioOperation(OperationContext context, JobDesk desk) {
        this.context = context;
        this.desk = desk;
        this.endpointValues = SubmitOptions.SET.read(context.options());
        this.options = JobOptions.read(context.options());
        this.outgoing = new OutgoingHeaders(context.options());
        this.keptHeaders = new KeptHeaders(options.jobHeaders());
    }

    @Override
    protected void doStart() throws Exception {
        JobParts parts = new JobParts(context, options, desk, clock);
        intake = JobIntake.of(context, options, desk);
        intake.start();
        poller = parts.poller(desk.timer(context.camelContext()));
        fetch = parts.fetch();
        progress = new JobProgress(context.camelContext(), context.worker());
    }

    @Override
    protected void doStop() {
        poller.clear();
    }

    @Override
    public void start(Exchange exchange, Turn turn) throws Exception {
        OptionValues values = SubmitOptions.SET.resolve(endpointValues, exchange.getMessage());
        GatewayRequest request =
                SubmitRequest.of(context.target(), values, exchange.getMessage(), outgoing.of(exchange));
        boolean await = values.get(SubmitOptions.AWAIT, false);
        Boolean asked = values.get(SubmitOptions.STORE);
        boolean store = !await && (asked != null ? asked : intake.isWanted());
        if (store) {
            intake.takePlace();
        }
        Map<String, Object> headers =
                store ? keptHeaders.of(exchange.getMessage().getHeaders()) : Map.of();
        Submission.Listener listener = await
                ? new Awaited(exchange, turn, values.get(SubmitOptions.DOWNLOAD, true))
                : new HandedOver(exchange, turn, store, headers);
        turn.ifStopped(Submission::uncertain);
        turn.send(context.client(), request, Submission.handler(request, context.target(), clock, listener));
    }

    /** Ends the turn with the job, which is recorded first. */
    private final class HandedOver implements Submission.Listener {

        private final Exchange exchange;
        private final Turn turn;
        private final boolean store;
        private final Map<String, Object> headers;

        HandedOver(Exchange exchange, Turn turn, boolean store, Map<String, Object> headers) {
            this.exchange = exchange;
            this.turn = turn;
            this.store = store;
            this.headers = headers;
        }

        @Override
        public void onAccepted(ResponseHead head, AudioJob job) {
            boolean goesOn = turn.resume(context.worker(), () -> {
                record(job);
                ReplyHeaders.ofHead(exchange.getMessage(), head);
                JobHeaders.write(exchange.getMessage(), job);
                exchange.getMessage().setBody(job);
            });
            if (!goesOn) {
                recordAlone(job);
            }
        }

        private void record(AudioJob job) throws FastRouterException {
            if (store) {
                intake.record(job, headers, null);
            }
        }

        /** The route was stopped meanwhile; the job is billed all the same. */
        private void recordAlone(AudioJob job) {
            Runnable last = () -> {
                try {
                    record(job);
                } catch (FastRouterException e) {
                    // its ids are in the log
                }
            };
            try {
                context.worker().execute(last);
            } catch (RejectedExecutionException e) {
                last.run();
            }
        }

        @Override
        public void onFailure(FastRouterException failure) {
            if (store) {
                intake.leavePlace();
            }
            turn.fail(context.worker(), failure);
        }
    }

    /** Lets the turn wait for the audio. */
    private final class Awaited implements Submission.Listener {

        private final Exchange exchange;
        private final Turn turn;
        private final boolean download;

        Awaited(Exchange exchange, Turn turn, boolean download) {
            this.exchange = exchange;
            this.turn = turn;
            this.download = download;
        }

        @Override
        public void onAccepted(ResponseHead head, AudioJob job) {
            turn.ifStopped(UnaryOperator.identity()); // there is a job, and the exchange does not wait for it any more
            new JobAwaiting(exchange, turn, context.worker(), poller, download ? fetch : null, progress, clock, job)
                    .begin(StoredJob.keyOf(job));
        }

        @Override
        public void onFailure(FastRouterException failure) {
            turn.fail(context.worker(), failure);
        }
    }
}
