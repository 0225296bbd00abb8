package ai.fastrouter.camel.test.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** Takes bytes as they arrive: keeps the first ones, counts and digests all. Filled by one thread. */
public final class BodySink {

    private static final byte[] NOTHING = {};

    private final int limit;
    private byte[] kept = NOTHING;
    private int length;
    private long size;
    private MessageDigest digest;
    private String sha256;

    /** A sink that keeps at most so many bytes. */
    public BodySink(int limit) {
        this.limit = limit;
    }

    /** Takes all that remains in the buffer. */
    public void write(ByteBuffer src) {
        int n = src.remaining();
        if (digest == null && size + n > limit) {
            digest = Sha256.digest();
            digest.update(kept, 0, length);
        }
        if (digest != null) {
            digest.update(src.duplicate());
        }
        int keep = Math.min(n, limit - length);
        if (keep > 0) {
            if (length + keep > kept.length) {
                kept = Arrays.copyOf(kept, Math.min(limit, Math.max(length + keep, kept.length * 2)));
            }
            src.get(kept, length, keep);
            length += keep;
        }
        src.position(src.limit());
        size += n;
    }

    /** The bytes kept. */
    public synchronized byte[] bytes() {
        if (kept.length != length) {
            kept = Arrays.copyOf(kept, length);
        }
        return kept;
    }

    /** How many bytes arrived. */
    public long size() {
        return size;
    }

    /** How many bytes are kept. */
    public int keptSize() {
        return length;
    }

    /** Checksum of all bytes; ask only when all have arrived. */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = digest == null ? Sha256.of(bytes()) : Sha256.hex(digest);
        }
        return sha256;
    }

    /** Gives the kept bytes up, remembering size and checksum. */
    public synchronized void forget() {
        sha256();
        kept = NOTHING;
        length = 0;
    }
}
