package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/**
 * One MP3 or AAC of several. Works on what arrives: it holds back the beginning until it knows what that is, and then always the
 * last 128 bytes, which may be a tag.
 */
final class TaggedPart implements Part {

    private static final int TAG = 128;
    private static final int ID3_HEADER = 10;

    private final boolean first;
    private final boolean mp3;
    private final ByteSink sink;
    private ByteBuffer start = ByteBuffer.allocate(Mp3Frame.LARGEST);
    private long tagLeft;
    private boolean tagKept;
    private final byte[] tail = new byte[TAG];
    private int tailLength;

    TaggedPart(boolean first, boolean mp3, ByteSink sink) {
        this.first = first;
        this.mp3 = mp3;
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer data) throws FastRouterException {
        while (start != null && data.hasRemaining()) {
            if (tagLeft > 0) {
                passTag(data);
            } else {
                move(data, start, start.remaining());
                look(false);
            }
        }
        if (data.hasRemaining()) {
            pass(data);
        }
    }

    @Override
    public void end() throws FastRouterException {
        if (start != null) {
            look(true);
        }
        boolean tagged = tailLength == TAG && tail[0] == 'T' && tail[1] == 'A' && tail[2] == 'G';
        if (!tagged) {
            sink.write(ByteBuffer.wrap(tail, 0, tailLength));
        }
    }

    /** Decides on what has come so far. */
    private void look(boolean all) throws FastRouterException {
        int size = start.position();
        byte[] bytes = start.array();
        if (size >= ID3_HEADER && bytes[0] == 'I' && bytes[1] == 'D' && bytes[2] == '3') {
            beginTag(bytes);
            return;
        }
        boolean needsMore = size < ID3_HEADER || mp3 && size < Math.max(4, Mp3Frame.length(bytes));
        if (needsMore && !all) {
            return;
        }
        ByteBuffer found = start.flip();
        start = null;
        int frame = mp3 && size >= 4 ? Mp3Frame.length(bytes) : 0;
        if (frame > 0 && frame <= size && Mp3Frame.isNote(bytes, frame)) {
            found.position(frame);
        }
        pass(found);
    }

    /** Its size is written in four times seven bits; a footer of ten bytes is not counted in it (ID3v2.4, 3.1). */
    private void beginTag(byte[] bytes) throws FastRouterException {
        long size = (bytes[6] & 0x7f) << 21 | (bytes[7] & 0x7f) << 14 | (bytes[8] & 0x7f) << 7 | bytes[9] & 0x7f;
        tagLeft = ID3_HEADER + size + ((bytes[5] & 0x10) != 0 ? ID3_HEADER : 0);
        tagKept = first;
        ByteBuffer seen = start.flip();
        start = ByteBuffer.allocate(Mp3Frame.LARGEST);
        accept(seen);
    }

    private void passTag(ByteBuffer data) throws FastRouterException {
        int count = (int) Math.min(data.remaining(), tagLeft);
        tagLeft -= count;
        if (tagKept) {
            sink.write(data.duplicate().limit(data.position() + count));
        }
        data.position(data.position() + count);
    }

    private void pass(ByteBuffer data) throws FastRouterException {
        int free = Math.max(0, tailLength + data.remaining() - TAG);
        int old = Math.min(free, tailLength);
        if (old > 0) {
            sink.write(ByteBuffer.wrap(tail, 0, old));
            System.arraycopy(tail, old, tail, 0, tailLength - old);
            tailLength -= old;
        }
        int direct = free - old;
        if (direct > 0) {
            sink.write(data.duplicate().limit(data.position() + direct));
            data.position(data.position() + direct);
        }
        int rest = data.remaining();
        data.get(tail, tailLength, rest);
        tailLength += rest;
    }

    private static void move(ByteBuffer from, ByteBuffer to, int atMost) {
        int count = Math.min(from.remaining(), atMost);
        to.put(to.position(), from, from.position(), count);
        to.position(to.position() + count);
        from.position(from.position() + count);
    }
}
