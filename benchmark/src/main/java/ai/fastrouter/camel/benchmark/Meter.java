package ai.fastrouter.camel.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what this process has used: time, processor time, bytes allocated by its live threads. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private long wallNanos;
    private long cpuNanos;
    private final Map<Long, Long> bytes = new HashMap<>();

    /** Starts to measure. */
    static Meter start() {
        Meter meter = new Meter();
        meter.allocated();
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        meter.cpuNanos = SYSTEM.getProcessCpuTime();
        meter.wallNanos = System.nanoTime();
        return meter;
    }

    /** What was used since the start, divided by a number of calls. */
    Cost stop(long calls) {
        double seconds = (System.nanoTime() - wallNanos) / 1e9;
        double cpu = (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e3;
        double allocated = allocated();
        double peak =
                HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1048576.0;
        return new Cost(calls / seconds, cpu / calls, allocated / calls, peak);
    }

    static int threads() {
        return THREADS.getThreadCount();
    }

    static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Bytes allocated since the last call by threads that live now; those that ended in between are not seen. */
    private long allocated() {
        long[] threads = THREADS.getAllThreadIds();
        long[] now = THREADS.getThreadAllocatedBytes(threads);
        long sum = 0;
        for (int i = 0; i < threads.length; i++) {
            if (now[i] >= 0) {
                Long before = bytes.put(threads[i], now[i]);
                sum += now[i] - (before == null ? 0 : before);
            }
        }
        return sum;
    }
}
