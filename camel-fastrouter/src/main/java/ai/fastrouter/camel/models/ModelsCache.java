package ai.fastrouter.camel.models;

import ai.fastrouter.camel.error.FastRouterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps lists for a while. When one is missing or too old, the first who asks fetches it and the others wait for it, so that the
 * gateway is asked once. Failures are told to all who wait and not kept. Thread-safe.
 */
final class ModelsCache {

    /** Someone who wants a list. Exactly one method is called, once, if it was told to wait. */
    interface Waiter {
        void onList(ModelList list);

        void onFailure(FastRouterException failure);
    }

    /** More than anybody has; filters that come in headers must not fill the memory. */
    private static final int ENTRIES = 64;

    private final long keepNanos;
    private final LongSupplier nanoTime;
    private final Map<ModelFilter, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        private ModelList list;
        private long since;
        private List<Waiter> waiters;
    }

    /**
     * @param keepNanos how long a list is good
     * @param nanoTime  the clock
     */
    ModelsCache(long keepNanos, LongSupplier nanoTime) {
        this.keepNanos = keepNanos;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks for a list.
     *
     * @param waiter called later if there is no list now and somebody else fetches it; called at once with one that is there
     * @return whether the caller must fetch it, and call {@link #loaded} or {@link #failed}
     */
    boolean mustFetch(ModelFilter filter, Waiter waiter) {
        ModelList list;
        synchronized (this) {
            Entry entry = entries.computeIfAbsent(filter, key -> new Entry());
            list = entry.list != null && nanoTime.getAsLong() - entry.since < keepNanos ? entry.list : null;
            if (list == null) {
                if (entry.waiters == null) {
                    entry.waiters = new ArrayList<>(2);
                    return true;
                }
                entry.waiters.add(waiter);
                return false;
            }
        }
        waiter.onList(list);
        return false;
    }

    void loaded(ModelFilter filter, ModelList list) {
        List<Waiter> waiters;
        synchronized (this) {
            Entry entry = entries.get(filter);
            entry.list = list;
            entry.since = nanoTime.getAsLong();
            waiters = entry.waiters;
            entry.waiters = null;
            dropOldest();
        }
        waiters.forEach(waiter -> waiter.onList(list));
    }

    void failed(ModelFilter filter, FastRouterException failure) {
        List<Waiter> waiters;
        synchronized (this) {
            Entry entry = entries.remove(filter);
            waiters = entry.waiters;
        }
        waiters.forEach(waiter -> waiter.onFailure(failure));
    }

    private void dropOldest() {
        var oldest = entries.values().iterator();
        while (entries.size() > ENTRIES && oldest.hasNext()) {
            if (oldest.next().waiters == null) {
                oldest.remove();
            }
        }
    }
}
