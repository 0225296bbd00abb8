package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.collect.Delivery.Kind;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.fetch.FetchFailure;
import ai.fastrouter.camel.job.fetch.FetchListener;
import ai.fastrouter.camel.job.fetch.FetchedAudio;
import ai.fastrouter.camel.job.poll.JobEnd;
import ai.fastrouter.camel.job.poll.JobListener;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.poll.JobTimer;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * From the end of a job to its delivery: claims it, so that no other node does, fetches its audio, and lays it ready. No more than
 * a number of slots are filled; the others wait unclaimed, and so free for other nodes. All state belongs to the timer's thread.
 */
final class Collector implements JobListener {

    private static final long RETRY = 1_000;

    private final CollectorSettings settings;
    private final Claims claims;
    private final JobPoller poller;
    private final AudioFetch fetch;
    private final JobTimer timer;
    private final Clock clock;
    private final Reports reports;
    private final Consumer<JobTicket> progress;
    private final Deque<Ended> ended = new ArrayDeque<>();
    private int filled;
    private volatile boolean suspended;

    /** Where results go. */
    interface Reports {

        /** A job is not asked for any more; whether its end is known or not. */
        void onEnd(String key);

        /** A delivery is ready. */
        void onReady(Delivery delivery);

        /** The repository failed. */
        void onTrouble(Exception trouble);
    }

    /** @param fetch null if only addresses are wanted */
    Collector(
            CollectorSettings settings,
            Claims claims,
            JobPoller poller,
            AudioFetch fetch,
            JobTimer timer,
            Clock clock,
            Reports reports,
            Consumer<JobTicket> progress) {
        this.settings = settings;
        this.claims = claims;
        this.poller = poller;
        this.fetch = fetch;
        this.timer = timer;
        this.clock = clock;
        this.reports = reports;
        this.progress = progress;
    }

    @Override
    public void onProgress(JobTicket ticket, JobAnswer answer) {
        progress.accept(ticket);
    }

    @Override
    public void onFinished(JobTicket ticket, JobAnswer answer) {
        end(new Ended(ticket, answer, null));
    }

    @Override
    public void onFailed(JobTicket ticket, JobEnd end) {
        JobAnswer known = claims.finished(ticket.key());
        // it had come to its end once: what the gateway says later only tells that it forgets
        end(known == null ? new Ended(ticket, end.answer(), end) : new Ended(ticket, known, null));
    }

    /** Takes a job whose end is known. */
    void end(Ended job) {
        String key = job.ticket().key();
        claims.hold(key);
        reports.onEnd(key);
        ended.add(job);
        advance();
    }

    /** Fills free slots. */
    void advance() {
        while (!suspended && filled < settings.slots() && !ended.isEmpty()) {
            Ended next = ended.poll();
            try {
                claim(next);
            } catch (RuntimeException | IOException e) {
                reports.onTrouble(e);
                timer.runIn(RETRY, () -> {
                    ended.add(next);
                    advance();
                });
                return;
            }
        }
    }

    private void claim(Ended next) throws IOException {
        String key = next.ticket().key();
        StoredJob stored = claims.claim(key);
        if (stored == null) {
            claims.drop(key); // somebody else has it, or had it
            return;
        }
        filled++;
        int lapses = claims.lapses();
        AudioJob job = next.jobOf(stored, clock.instant());
        if (next.end() != null) {
            ready(new Delivery(Kind.FAILED, next.ticket(), stored, job, lapses, null, next.end(), null));
            return;
        }
        if (next.answer() != null) {
            claims.finished(key, next.answer());
        }
        Kind kind = settings.isExhausted(stored.attempts() - 1)
                ? settings.deadLetters() ? Kind.DEAD_LETTER : Kind.EXHAUSTED
                : Kind.CLIP;
        Delivery delivery = new Delivery(kind, next.ticket(), stored, job, lapses, null, null, null);
        if (fetch == null || kind == Kind.EXHAUSTED) {
            ready(delivery);
        } else {
            download(delivery);
        }
    }

    private void ready(Delivery delivery) {
        reports.onReady(delivery);
    }

    private void download(Delivery delivery) {
        Call call = fetch.fetch(delivery.job().audioUrl(), new FetchListener() {
            @Override
            public void onFetched(FetchedAudio audio) {
                if (!timer.run(() -> fetched(delivery, audio))) {
                    audio.discard();
                }
            }

            @Override
            public void onFailed(FetchFailure failure) {
                timer.run(() -> unfetched(delivery, failure));
            }
        });
        claims.downloading(delivery.key(), call);
    }

    private void fetched(Delivery wanted, FetchedAudio audio) {
        claims.fetched(wanted.key());
        Delivery delivery = wanted.with(audio);
        if (suspended) {
            giveBack(delivery);
        } else {
            ready(delivery);
        }
    }

    private void unfetched(Delivery wanted, FetchFailure failure) {
        claims.downloaded(wanted.key());
        if (failure.refused()) {
            ready(wanted.without(failure));
        } else if (suspended) {
            giveBack(wanted);
        } else {
            long wait = claims.trouble(wanted.key()).nextWait(failure.local(), settings.fetchTime());
            if (wait > 0) {
                giveBack(wanted, wait);
            } else {
                ready(wanted.without(failure));
            }
        }
    }

    void giveBack(Delivery delivery) {
        giveBack(delivery, RETRY);
    }

    /** Asks again for a job that was claimed, since its address may be renewed. Meanwhile it is free for others. */
    private void giveBack(Delivery delivery, long wait) {
        delivery.discard();
        filled--;
        try {
            claims.release(delivery.key());
        } catch (RuntimeException e) {
            reports.onTrouble(e);
        }
        askAgain(delivery.ticket(), wait);
        advance();
    }

    private void askAgain(JobTicket ticket, long wait) {
        if (ticket.responseUrl() == null) {
            timer.runIn(wait, () -> end(new Ended(ticket, null, null)));
        } else {
            poller.again(ticket, wait);
        }
    }

    /** A delivery has left its slot. */
    void taken() {
        filled--;
        advance();
    }

    /** A delivery came back unused to its slot. */
    void returned() {
        filled++;
    }

    /** Hands a job over again, after a while. */
    void again(Delivery delivery) {
        claims.failed(delivery.key());
        askAgain(delivery.ticket(), settings.redeliveryDelay());
        if (suspended) {
            leaveFailed();
        }
    }

    /** Begins no more deliveries, and leaves those that failed to other nodes. */
    void suspend() {
        suspended = true;
        leaveFailed();
    }

    private void leaveFailed() {
        for (String key : claims.failed()) {
            try {
                claims.leave(key);
            } catch (RuntimeException e) {
                reports.onTrouble(e);
            }
        }
    }

    void resume() {
        suspended = false;
        advance();
    }

    /** Breaks downloads off and gives up all claims that no delivery came of. */
    void stop() {
        suspend();
        claims.downloads().forEach((key, call) -> {
            call.cancel();
            try {
                claims.release(key);
            } catch (RuntimeException e) {
                reports.onTrouble(e);
            }
        });
    }
}
