package ai.fastrouter.camel.job.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** A clock that stands still and a timer that follows it, so that minutes pass in no time. */
public final class VirtualTime extends Clock implements JobTimer {

    private record Later(long at, long order, Runnable task) {}

    private final Deque<Runnable> now = new ArrayDeque<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private long millis = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private long order;
    private Duration jump = Duration.ZERO;
    private boolean running;

    @Override
    public boolean run(Runnable task) {
        now.add(task);
        drain();
        return true;
    }

    @Override
    public void runIn(long wait, Runnable task) {
        later.add(new Later(millis + Math.max(wait, 0), order++, task));
    }

    /** Lets time pass, and runs what falls due on the way. */
    public void pass(Duration time) {
        long end = millis + time.toMillis();
        while (!later.isEmpty() && later.peek().at() <= end) {
            Later next = later.poll();
            millis = Math.max(millis, next.at());
            run(next.task());
        }
        millis = end;
    }

    /** The time of day as somebody may set it. */
    public Clock wall() {
        return new WallClock();
    }

    /** Sets the time of day forward, or back. */
    public void jumpWall(Duration by) {
        jump = jump.plus(by);
    }

    private final class WallClock extends Clock {

        @Override
        public Instant instant() {
            return VirtualTime.this.instant().plus(jump);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void drain() {
        if (running) {
            return;
        }
        running = true;
        while (!now.isEmpty()) {
            now.poll().run();
        }
        running = false;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
