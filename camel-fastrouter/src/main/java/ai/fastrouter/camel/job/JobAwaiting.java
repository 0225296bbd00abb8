package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.fetch.FetchFailure;
import ai.fastrouter.camel.job.fetch.FetchListener;
import ai.fastrouter.camel.job.fetch.FetchedAudio;
import ai.fastrouter.camel.job.poll.JobEnd;
import ai.fastrouter.camel.job.poll.JobListener;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.report.JobFailures;
import ai.fastrouter.camel.job.report.JobHeaders;
import ai.fastrouter.camel.job.report.JobProgress;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;

/** One exchange that waits for its job: from the accepted submit to the audio, without a thread. */
final class JobAwaiting implements JobListener, FetchListener {

    private static final int DOWNLOADS_AT_MOST = 5;

    private final Exchange exchange;
    private final Turn turn;
    private final Executor worker;
    private final JobPoller poller;
    private final AudioFetch fetch;
    private final JobProgress progress;
    private final Clock clock;
    private final AudioJob submitted;
    private AudioJob job;
    private JobTicket ticket;
    private int downloads;
    private volatile Call download = Call.NONE;
    private volatile boolean cancelled;

    /** @param fetch null if only the audio's address is wanted */
    JobAwaiting(
            Exchange exchange,
            Turn turn,
            Executor worker,
            JobPoller poller,
            AudioFetch fetch,
            JobProgress progress,
            Clock clock,
            AudioJob submitted) {
        this.exchange = exchange;
        this.turn = turn;
        this.worker = worker;
        this.poller = poller;
        this.fetch = fetch;
        this.progress = progress;
        this.clock = clock;
        this.submitted = submitted;
        this.job = submitted;
    }

    void begin(String key) {
        ticket = new JobTicket(
                key,
                submitted.responseUrl(),
                submitted.model(),
                submitted.submittedAt().toEpochMilli(),
                this);
        if (submitted.audioUrl() != null) {
            finished();
        } else {
            poller.add(ticket);
        }
        turn.calling(this::cancel);
    }

    /** The route was stopped. */
    private void cancel() {
        cancelled = true;
        poller.remove(ticket);
        download.cancel();
    }

    @Override
    public void onProgress(JobTicket changed, JobAnswer answer) {
        progress.tell(changed);
    }

    @Override
    public void onFinished(JobTicket done, JobAnswer answer) {
        job = answer.addedTo(submitted, done.polls(), clock.instant());
        finished();
    }

    private void finished() {
        if (fetch == null) {
            turn.resume(worker, () -> JobHeaders.writeFinished(exchange, job, null));
        } else {
            downloads++;
            download = fetch.fetch(job.audioUrl(), this);
            if (cancelled) {
                download.cancel();
            }
        }
    }

    @Override
    public void onFailed(JobTicket failed, JobEnd end) {
        AudioJob last =
                end.answer() == null ? submitted : end.answer().addedTo(submitted, failed.polls(), clock.instant());
        turn.fail(worker, JobFailures.of(end, last));
    }

    @Override
    public void onFetched(FetchedAudio audio) {
        if (!turn.resume(worker, () -> JobHeaders.writeFinished(exchange, job, audio))) {
            audio.discard();
        }
    }

    @Override
    public void onFailed(FetchFailure failure) {
        if (failure.refused() || downloads >= DOWNLOADS_AT_MOST || submitted.responseUrl() == null) {
            turn.fail(worker, JobFailures.of(failure, job));
        } else {
            poller.retry(ticket, 1000L << downloads); // its address may have been renewed
            if (cancelled) {
                poller.remove(ticket);
            }
        }
    }
}
