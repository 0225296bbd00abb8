package ai.fastrouter.camel.speech.join;

import ai.fastrouter.camel.error.FastRouterException;
import java.nio.ByteBuffer;

/** Joins raw samples of 16 bits. A part that ends within a sample is filled up, since all later ones would be noise. */
public final class PcmJoiner implements Joiner {

    private static final int SAMPLE = 2;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    @Override
    public Part part(boolean first, ByteSink sink) {
        return new Part() {
            private long length;

            @Override
            public void accept(ByteBuffer data) throws FastRouterException {
                length += data.remaining();
                sink.write(data);
            }

            @Override
            public void end() throws FastRouterException {
                if (length % SAMPLE != 0) {
                    sink.write(ByteBuffer.allocate(1));
                }
            }
        };
    }

    @Override
    public ByteBuffer header(long length) {
        return NOTHING.duplicate();
    }
}
