package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Joins WAV: one header, then the samples of all parts. The parts must have the same sample format. Sizes in their headers are only
 * believed where they are no more than what arrives, because streaming servers write 0, 0x7FFFFFFF or 0xFFFFFFFF.
 */
public final class WavJoiner implements Joiner {

    /** What stands for a size that is not known, and for one that needs more than 32 bits. */
    private static final int UNKNOWN = 0xFFFFFFFF;

    private static final int RIFF_AND_DATA = 20;

    private final AtomicReference<byte[]> format = new AtomicReference<>();
    private final boolean live;

    public WavJoiner() {
        this(false);
    }

    private WavJoiner(boolean live) {
        this.live = live;
    }

    @Override
    public Joiner live() {
        return new WavJoiner(true);
    }

    @Override
    public Part part(boolean first, ByteSink sink) {
        return new WavPart(this, live && first, sink);
    }

    @Override
    public ByteBuffer header(long length) {
        return live ? ByteBuffer.allocate(0) : header(length <= 0xFFFFFFFFL - 512 ? (int) length : UNKNOWN);
    }

    /** A header for what is as long as it turns out to be. */
    ByteBuffer streamingHeader() {
        return header(UNKNOWN);
    }

    private ByteBuffer header(int length) {
        byte[] fmt = format.get();
        int before = RIFF_AND_DATA + fmt.length;
        ByteBuffer header = ByteBuffer.allocate(before + 8).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(length == UNKNOWN ? UNKNOWN : before + length);
        header.put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(fmt.length).put(fmt);
        return header.put(ascii("data")).putInt(length).flip();
    }

    /** Each part says how its samples are written. */
    void agree(byte[] partFormat) throws FastRouterException {
        if (!format.compareAndSet(null, partFormat) && !Arrays.equals(format.get(), partFormat)) {
            throw notJoinable("its parts have different sample formats");
        }
    }

    static FastRouterException notJoinable(String reason) {
        return new FastRouterException(
                "The speech can't be joined: " + reason, ErrorDetails.ofCode("audio_not_joinable"), null);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
