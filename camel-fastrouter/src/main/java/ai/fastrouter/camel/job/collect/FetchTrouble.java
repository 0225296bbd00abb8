package ai.fastrouter.camel.job.collect;

/**
 * The failed downloads of one job's audio, and how long to wait before the next: a second, doubled each time up to a minute. Not
 * thread-safe.
 */
final class FetchTrouble {

    private static final long FIRST = 1_000;
    private static final long MOST = 60_000;

    private long next = FIRST;
    private long waited;

    /**
     * The wait before the next try, in milliseconds; 0 if there should be none.
     *
     * @param local whether the cause is on this machine: that may last as long as it likes
     * @param most  how long to wait for others, all waits together
     */
    long nextWait(boolean local, long most) {
        long wait = next;
        next = Math.min(next * 2, MOST);
        if (local) {
            return wait;
        }
        wait = Math.min(wait, most - waited);
        waited += wait;
        return wait;
    }
}
