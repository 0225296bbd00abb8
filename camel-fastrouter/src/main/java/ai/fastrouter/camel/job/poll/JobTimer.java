package ai.fastrouter.camel.job.poll;

/**
 * Runs tasks one after another, now or later. Whoever keeps its state to the tasks of one timer needs no locks. Thread-safe.
 */
public interface JobTimer {

    /**
     * Runs a task as soon as those before it are done.
     *
     * @return false if the timer was stopped, and the task will not run
     */
    boolean run(Runnable task);

    /** Runs a task after a wait in milliseconds. Ignored after the timer was stopped. */
    void runIn(long millis, Runnable task);
}
