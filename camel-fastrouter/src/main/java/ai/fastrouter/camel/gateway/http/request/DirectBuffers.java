package ai.fastrouter.camel.gateway.http.request;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Large buffers outside the heap, one per I/O thread that writes a file at the moment. Thread-safe. */
public final class DirectBuffers {

    /** Measured on loopback: smaller ones cost more system calls, larger ones leave the processor's cache. */
    static final int SIZE = 128 * 1024;

    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    ByteBuffer borrow() {
        ByteBuffer buffer = free.poll();
        return buffer != null ? buffer : ByteBuffer.allocateDirect(SIZE);
    }

    void giveBack(ByteBuffer buffer) {
        free.offer(buffer);
    }
}
