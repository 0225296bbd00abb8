package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.exchange.ExchangeFailure;
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
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/** One wait for one job: asks at once, and then at its pace. Thread-safe. */
final class OneJob implements JobListener, FetchListener {

    private static final int DOWNLOADS_AT_MOST = 5;

    private final String responseUrl;
    private final String model;
    private final JobPoller poller;
    private final AudioFetch fetch;
    private final JobProgress progress;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private JobTicket ticket;
    private AudioJob job;
    private FetchedAudio audio;
    private FastRouterJobException failure;
    private int downloads;
    private Call download = Call.NONE;
    private boolean left;
    private volatile boolean givenUp;

    /** @param fetch null if only the audio's address is wanted */
    OneJob(String responseUrl, String model, JobPoller poller, AudioFetch fetch, JobProgress progress) {
        this.responseUrl = responseUrl;
        this.model = model;
        this.poller = poller;
        this.fetch = fetch;
        this.progress = progress;
        this.job = new AudioJob(
                null,
                null,
                model,
                null,
                responseUrl,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    void begin() {
        ticket = new JobTicket(responseUrl, responseUrl, model, System.currentTimeMillis(), this);
        if (!poller.addNow(ticket, answered::countDown)) {
            giveUp();
        }
    }

    /** Whether the job ended within the time; with 0 or less, whether the first answer said so. Not if the wait was given up. */
    boolean await(long timeout) throws InterruptedException {
        if (timeout > 0) {
            return ended.await(timeout, TimeUnit.MILLISECONDS) && !givenUp;
        }
        answered.await();
        return hasEnd() && ended.await(Long.MAX_VALUE, TimeUnit.MILLISECONDS) && !givenUp;
    }

    /** Lets whoever waits go on without the job. From any thread. */
    void giveUp() {
        givenUp = true;
        answered.countDown();
        ended.countDown();
    }

    private synchronized boolean hasEnd() {
        return downloads > 0 || ended.getCount() == 0;
    }

    /** The waiting is over: nothing is asked or fetched any more. */
    synchronized void end() {
        left = true;
        poller.remove(ticket);
        download.cancel();
        if (audio != null) {
            audio.discard();
            audio = null;
        }
    }

    /** Writes how the job ended. */
    synchronized Exchange writeTo(Exchange exchange) {
        if (failure != null) {
            JobHeaders.write(exchange.getMessage(), job);
            ExchangeFailure.set(exchange, failure);
        } else {
            JobHeaders.writeFinished(exchange, job, audio);
            audio = null; // the exchange's now
        }
        return exchange;
    }

    @Override
    public void onProgress(JobTicket changed, JobAnswer answer) {
        progress.tell(changed);
    }

    @Override
    public synchronized void onFinished(JobTicket done, JobAnswer answer) {
        job = answer.addedTo(job, done.polls(), Instant.now());
        if (fetch == null) {
            ended.countDown();
        } else if (!left) {
            downloads++;
            download = fetch.fetch(job.audioUrl(), this);
        }
    }

    @Override
    public synchronized void onFailed(JobTicket failed, JobEnd end) {
        job = end.answer() == null ? job : end.answer().addedTo(job, failed.polls(), Instant.now());
        failure = JobFailures.of(end, job);
        ended.countDown();
    }

    @Override
    public synchronized void onFetched(FetchedAudio fetched) {
        if (left) {
            fetched.discard();
        } else {
            audio = fetched;
            ended.countDown();
        }
    }

    @Override
    public synchronized void onFailed(FetchFailure why) {
        if (why.refused() || downloads >= DOWNLOADS_AT_MOST) {
            failure = JobFailures.of(why, job);
            ended.countDown();
        } else if (!left) {
            poller.retry(ticket, 1000L << downloads);
        }
    }
}
