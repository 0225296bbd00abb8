package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** What a joiner lets through, fed in packets of one size. */
final class Collected implements ByteSink {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Override
    public void write(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        out.writeBytes(bytes);
    }

    /** Feeds the parts one after the other. */
    static byte[] joined(Joiner joiner, int packet, byte[]... parts) throws FastRouterException {
        Collected whole = new Collected();
        boolean first = true;
        for (byte[] bytes : parts) {
            Part part = joiner.part(first, whole);
            for (int i = 0; i < bytes.length; i += packet) {
                ByteBuffer data = ByteBuffer.wrap(bytes, i, Math.min(packet, bytes.length - i));
                part.accept(data);
                if (data.hasRemaining()) {
                    throw new AssertionError("not all was taken");
                }
            }
            part.end();
            first = false;
        }
        byte[] body = whole.out.toByteArray();
        ByteBuffer header = joiner.header(body.length);
        byte[] all = new byte[header.remaining() + body.length];
        int length = header.remaining();
        header.get(all, 0, length);
        System.arraycopy(body, 0, all, length, body.length);
        return all;
    }
}
