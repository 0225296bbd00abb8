package ai.fastrouter.camel.exchange.spool;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes that are written once, by one thread at a time, and then read as often as wanted. They are in memory up to a threshold and
 * in a temporary file beyond it. Thread-safe; {@link #discard} may come at any moment.
 */
public final class Spool {

    private static final String GONE = "The audio is gone: its exchange is done."
            + " Turn it into byte[] or write it to a file before the route ends. Code that got it can read it until it is closed";

    private final SpoolSettings settings;
    private MemoryBytes memory;
    private SpoolFile file;
    private long length;
    private boolean complete;
    private boolean discarded;

    /** @param expected how many bytes are expected; 0 or less when unknown. A hint: more and fewer are taken */
    public Spool(SpoolSettings settings, long expected) {
        this.settings = settings;
        this.memory = new MemoryBytes(Math.min(expected, settings.threshold()));
    }

    /** Takes all bytes of the buffer. May write to disk. */
    public synchronized void append(ByteBuffer data) throws IOException {
        checkThere();
        length += data.remaining();
        if (file == null && length > settings.threshold()) {
            file = SpoolFile.create(settings);
            memory.writeTo(file);
            memory = null;
        }
        if (file == null) {
            memory.append(data);
        } else {
            file.append(data);
        }
    }

    /** Ends writing; reading may begin. */
    public synchronized void complete() throws IOException {
        checkThere();
        if (file != null && !complete) {
            file.complete();
        }
        complete = true;
    }

    /** How many bytes were written so far. */
    public synchronized long length() {
        return length;
    }

    /** Whether no file is needed. */
    public synchronized boolean inMemory() {
        return file == null;
    }

    /** A new stream from the beginning. */
    public synchronized InputStream open() throws IOException {
        checkThere();
        return file == null ? memory.open() : file.open();
    }

    /** Adds what a request sends: straight from the file where there is one. */
    public synchronized void addTo(List<RequestBody.Segment> segments) throws IOException {
        checkThere();
        if (file == null) {
            memory.addTo(segments);
            return;
        }
        Path path = file.plainPath();
        segments.add(
                path == null ? new RequestBody.Source(this::open, length) : new RequestBody.FilePart(path, length));
    }

    /** Deletes the file, but lets who has the bytes in hand read on. */
    public synchronized void keepForReader() {
        if (file != null && complete && !discarded) {
            file.keep();
        }
    }

    /** Deletes the file. What is in memory needs no deleting, and may still be read. */
    public synchronized void release() {
        if (file != null) {
            discard();
        }
    }

    /** Deletes what was written. Further writing and reading fails. Idempotent. */
    public synchronized void discard() {
        if (!discarded) {
            discarded = true;
            memory = null;
            if (file != null) {
                file.delete();
            }
        }
    }

    private void checkThere() throws IOException {
        if (discarded) {
            throw new IOException(GONE);
        }
    }
}
