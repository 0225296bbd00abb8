package ai.fastrouter.camel.test.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Daemon threads of one name that can be waited for. */
final class DaemonThreads implements ThreadFactory {

    private static final long LIMIT_MILLIS = 2_000;

    private final String name;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.removeIf(other -> other.getState() == Thread.State.TERMINATED);
        threads.add(thread);
        return thread;
    }

    /** Waits, for a bounded time, until all have ended. */
    void join() {
        try {
            for (Thread thread : threads) {
                thread.join(LIMIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
