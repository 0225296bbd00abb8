package ai.fastrouter.camel.test.journal;

import ai.fastrouter.camel.test.RecordedRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest requests in order of arrival; bounded in number and in the bytes of bodies it keeps. */
public final class Journal {

    private final int limit;
    private final long byteLimit;
    private final Deque<Received> requests = new ArrayDeque<>();
    private final Deque<Received> withBody = new ArrayDeque<>();
    private final Deque<Received> untaken = new ArrayDeque<>();
    private long bytes;
    private long count;

    /** A journal of at most so many requests and bytes of bodies. */
    public Journal(int limit, long byteLimit) {
        this.limit = limit;
        this.byteLimit = byteLimit;
    }

    /** Adds a request that has arrived, whole or not. */
    public synchronized void add(Received request) {
        count++;
        requests.add(request);
        untaken.add(request);
        if (requests.size() > limit) {
            requests.poll();
        }
        if (untaken.size() > limit) {
            untaken.poll();
        }
        long kept = request.keptSize();
        if (kept > 0) {
            withBody.add(request);
            bytes += kept;
        }
        // What the list no longer holds is nobody's any more; the newest body always stays, as its answer is still due.
        while (withBody.size() > limit) {
            bytes -= withBody.poll().keptSize();
        }
        while (withBody.size() > 1 && bytes > byteLimit) {
            Received oldest = withBody.poll();
            bytes -= oldest.keptSize();
            if (oldest.answered()) {
                oldest.forget();
            }
        }
        notifyAll();
    }

    /** All that is kept, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return new ArrayList<>(requests);
    }

    /** The newest request, {@code null} when there is none. */
    public synchronized RecordedRequest last() {
        return requests.peekLast();
    }

    /** How many requests have arrived, kept or not. */
    public synchronized long count() {
        return count;
    }

    /** The oldest request not taken yet, waiting for one at most so long; {@code null} when none came. */
    public synchronized RecordedRequest take(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (untaken.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return untaken.poll();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        requests.clear();
        withBody.clear();
        untaken.clear();
        bytes = 0;
        count = 0;
    }
}
