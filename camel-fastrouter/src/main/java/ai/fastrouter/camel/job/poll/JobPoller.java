package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.job.answer.JobAnswer;
import ai.fastrouter.camel.job.poll.Verdict.Failed;
import ai.fastrouter.camel.job.poll.Verdict.Finished;
import ai.fastrouter.camel.job.poll.Verdict.Later;
import ai.fastrouter.camel.job.poll.Verdict.Reason;
import ai.fastrouter.camel.job.poll.Verdict.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;

/**
 * Asks for many jobs, each at its own pace, until each has ended. A job gets one last poll when its time is up, unless the gateway
 * wants no polls then; one whose node was away for hours is not given up unasked. Waits and limits run on a clock that never jumps;
 * the wall clock only says, once, how old a job is. All state belongs to the timer's thread; the public methods may be called from
 * any.
 */
public final class JobPoller {

    private static final long CHECK = 1_000;

    private final PollSettings settings;
    private final PollRules rules;
    private final PollSender sender;
    private final JobTimer timer;
    private final Clock clock;
    private final Clock wall;
    private final DoubleSupplier random;
    private final RateBrake brake = new RateBrake();
    private final PriorityQueue<JobTicket> waiting = new PriorityQueue<>(Comparator.comparingLong(job -> job.dueAt));
    private final Deque<JobTicket> onTheirWay = new ArrayDeque<>();
    private long wakeAt = Long.MAX_VALUE;
    private boolean paused;
    private boolean checking;

    /**
     * @param clock  never jumps
     * @param wall   tells the time of day
     * @param random gives numbers from 0 to 1, for the jitter
     */
    public JobPoller(
            PollSettings settings, PollSender sender, JobTimer timer, Clock clock, Clock wall, DoubleSupplier random) {
        this.settings = settings;
        this.rules = new PollRules(settings.gracePolls());
        this.sender = sender;
        this.timer = timer;
        this.clock = clock;
        this.wall = wall;
        this.random = random;
    }

    /** Begins to ask for a job, first after the pace's first wait since its submit, at once if that has passed. */
    public void add(JobTicket job) {
        timer.run(() -> {
            long now = takeUp(job);
            long due = job.startedAt + settings.pace().jittered(job.wait, random);
            schedule(job, Math.max(due, now));
        });
    }

    private long takeUp(JobTicket job) {
        long now = clock.millis();
        long timeout = settings.jobTimeout().toMillis();
        // the clocks of submitter and collector may differ
        long age = Math.max(0, Math.min(wall.millis() - job.submittedAt(), timeout));
        job.wait = settings.pace().firstWait();
        job.takeUp(now, age, timeout);
        job.endsAt(wall.instant().plusMillis(job.patience - now));
        return now;
    }

    /**
     * Begins to ask for a job at once.
     *
     * @param first run on the timer's thread after the first answer was judged, or at once if the gateway wants no polls now
     * @return false if the timer was stopped, and nothing will happen
     */
    public boolean addNow(JobTicket job, Runnable first) {
        return timer.run(() -> {
            long now = takeUp(job);
            job.afterFirst = first;
            schedule(job, now);
            if (brake.holds(now)) {
                job.toldFirst();
            }
        });
    }

    /** Asks again for a job that had ended, after a wait in milliseconds, with its full time before it. */
    public void again(JobTicket job, long millis) {
        timer.run(() -> {
            long due = clock.millis() + millis;
            job.ended = false;
            job.deadline = due + settings.jobTimeout().toMillis();
            job.patience = job.deadline;
            job.endsAt(wall.instant().plusMillis(job.deadline - clock.millis()));
            schedule(job, due);
        });
    }

    /** Asks again for a job that had ended, after a wait in milliseconds, with what is left of its time. */
    public void retry(JobTicket job, long millis) {
        timer.run(() -> {
            job.ended = false;
            schedule(job, clock.millis() + millis);
        });
    }

    /** Stops asking for a job; its listener is told nothing more. */
    public void remove(JobTicket job) {
        timer.run(() -> {
            job.ended = true; // it leaves the queue when it would be due
            if (job.call != null) {
                job.call.cancel();
            }
        });
    }

    /** Asks for nothing until {@link #resume}. Answers on their way are still taken. */
    public void pause() {
        timer.run(() -> paused = true);
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        timer.run(() -> {
            paused = false;
            wake();
        });
    }

    /** Gives up all jobs and all polls on their way. */
    public void clear() {
        timer.run(() -> {
            waiting.forEach(job -> job.ended = true);
            waiting.clear();
            onTheirWay.forEach(job -> {
                job.ended = true;
                job.call.cancel();
            });
        });
    }

    private void schedule(JobTicket job, long due) {
        if (!job.ended) {
            job.dueAt = due;
            waiting.add(job);
            wake();
        }
    }

    /** While the gateway wants no polls nobody is asked for, so whose time is up then ends unasked. */
    private void check() {
        checking = false;
        long now = clock.millis();
        if (brake.holds(now)) {
            List<JobTicket> over = waiting.stream()
                    .filter(job -> !job.ended && now >= job.limit())
                    .toList();
            waiting.removeAll(new HashSet<>(over));
            over.forEach(this::timeOut);
            checkLater(now);
        }
    }

    private void checkLater(long now) {
        if (!checking) {
            checking = true;
            timer.runIn(Math.min(CHECK, brake.until() - now), this::check);
        }
    }

    private void timeOut(JobTicket job) {
        job.ended = true;
        job.listener().onFailed(job, JobEnd.timedOut(null));
        job.toldFirst();
    }

    /** Sends what is due, and sees to it that it is called again for what will be. */
    private void wake() {
        long now = clock.millis();
        while (!paused
                && !brake.holds(now)
                && onTheirWay.size() < settings.maxConcurrent()
                && !waiting.isEmpty()
                && waiting.peek().dueAt <= now) {
            JobTicket job = waiting.poll();
            if (!job.ended) {
                send(job);
            }
        }
        if (waiting.isEmpty() || paused || onTheirWay.size() >= settings.maxConcurrent()) {
            return; // the next answer, or the next job, wakes it
        }
        long next = Math.max(waiting.peek().dueAt, brake.until());
        if (next < wakeAt || wakeAt <= now) {
            wakeAt = next;
            timer.runIn(next - now, this::onWake);
        }
    }

    private void onWake() {
        wakeAt = Long.MAX_VALUE;
        wake();
    }

    private void send(JobTicket job) {
        job.countPoll();
        job.call = Call.NONE;
        onTheirWay.add(job);
        job.call = sender.send(job.responseUrl(), job.model(), result -> timer.run(() -> received(job, result)));
    }

    private void received(JobTicket job, PollResult result) {
        onTheirWay.remove(job);
        job.call = null;
        if (!job.ended) {
            long now = clock.millis();
            Duration age = Duration.ofMillis(now - job.takenUpAt);
            Verdict verdict = rules.judge(result, job.withoutAudio, job.notFound, age);
            job.heard |= verdict instanceof Waiting;
            if (result.isSuccess()) {
                brake.passed(now);
            }
            follow(job, verdict, result, now);
            job.toldFirst();
        }
        wake();
    }

    private void follow(JobTicket job, Verdict verdict, PollResult result, long now) {
        if (verdict instanceof Finished finished) {
            job.ended = true;
            tell(job, finished.answer());
            job.listener().onFinished(job, finished.answer());
        } else if (verdict instanceof Failed failed) {
            job.ended = true;
            tell(job, failed.answer());
            JobEnd end = new JobEnd(failed.code(), failed.reason(), failed.answer(), result.failure());
            job.listener().onFailed(job, end);
        } else if (now >= job.limit()) {
            job.ended = true;
            job.listener().onFailed(job, JobEnd.timedOut(result));
        } else {
            schedule(job, Math.min(nextPoll(job, verdict, now), job.limit()));
        }
    }

    /** When to ask again. */
    private long nextPoll(JobTicket job, Verdict verdict, long now) {
        long wait = job.wait;
        job.wait = settings.pace().next(job.wait);
        if (verdict instanceof Waiting going) {
            job.withoutAudio += going.reason() == Reason.NO_AUDIO_YET ? 1 : 0;
            job.notFound += going.reason() == Reason.NOT_KNOWN_YET ? 1 : 0;
            tell(job, going.answer());
            return now + settings.pace().jittered(job.wait, random);
        }
        Later later = (Later) verdict;
        if (later.rateLimited()) {
            job.wait = Math.max(job.wait, settings.pace().next(2 * wait));
            brake.limited(now, later.retryAfter());
            checkLater(now);
        }
        long asked = later.retryAfter() == null ? 0 : later.retryAfter().toMillis();
        // never sooner than asked: jitter only adds to it
        return now + Math.max(asked, settings.pace().jittered(job.wait, random));
    }

    private void tell(JobTicket job, JobAnswer answer) {
        if (answer != null && job.progressed(answer.job().status(), answer.job().queuePosition())) {
            job.listener().onProgress(job, answer);
        }
    }
}
