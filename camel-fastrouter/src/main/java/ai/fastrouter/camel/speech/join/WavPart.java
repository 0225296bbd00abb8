package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One WAV of several: its samples without header, and without what may follow them. */
final class WavPart implements Part {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int LARGEST_HEADER = 64 * 1024;

    private final WavJoiner joiner;
    private final boolean withHeader;
    private final ByteSink sink;
    private ByteBuffer head = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    private int frame = 1;
    private long left;
    private long length;

    WavPart(WavJoiner joiner, boolean withHeader, ByteSink sink) {
        this.joiner = joiner;
        this.withHeader = withHeader;
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer data) throws FastRouterException {
        while (head != null && data.hasRemaining()) {
            grow();
            head.put(data.get());
            if (isComplete()) {
                head = null;
            }
        }
        if (head != null) {
            return;
        }
        ByteBuffer samples = data.slice();
        samples.limit((int) Math.min(samples.limit(), left));
        data.position(data.limit());
        left -= samples.remaining();
        length += samples.remaining();
        sink.write(samples);
    }

    @Override
    public void end() throws FastRouterException {
        if (head != null) {
            throw WavJoiner.notJoinable("a part is no WAV with samples");
        }
        int over = (int) (length % frame);
        if (over != 0) {
            sink.write(ByteBuffer.allocate(frame - over));
        }
    }

    private void grow() throws FastRouterException {
        if (!head.hasRemaining()) {
            if (head.capacity() >= LARGEST_HEADER) {
                throw WavJoiner.notJoinable("a part has a header without end");
            }
            head = ByteBuffer.allocate(2 * head.capacity())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(head.flip());
        }
    }

    /** Whether the samples begin here. Looked at once per byte of the header, which has about 44. */
    private boolean isComplete() throws FastRouterException {
        int size = head.position();
        if (size == 12 && (head.getInt(0) != RIFF || head.getInt(8) != WAVE)) {
            throw WavJoiner.notJoinable("a part is no WAV");
        }
        long chunk = 12;
        byte[] format = null;
        while (chunk + 8 <= size) {
            int name = head.getInt((int) chunk);
            long chunkSize = head.getInt((int) chunk + 4) & 0xFFFFFFFFL;
            if (name == DATA) {
                begin(format, chunkSize);
                return true;
            }
            long next = chunk + 8 + chunkSize + (chunkSize & 1);
            if (name == FMT && next <= size) {
                format = new byte[(int) chunkSize];
                head.get((int) chunk + 8, format);
            }
            chunk = next;
        }
        return false;
    }

    private void begin(byte[] format, long size) throws FastRouterException {
        if (format == null || format.length < 16) {
            throw WavJoiner.notJoinable("a part does not say how its samples are written");
        }
        joiner.agree(format);
        frame = Math.max(1, (format[12] & 0xff) | (format[13] & 0xff) << 8);
        left = size == 0 || size >= 0x7FFFFFFFL ? Long.MAX_VALUE : size;
        if (withHeader) {
            sink.write(joiner.streamingHeader());
        }
    }
}
