package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.speech.join.ByteSink;
import ai.fastrouter.camel.speech.join.Part;
import java.nio.ByteBuffer;

/** The only part of a text: passed on as it is. */
record WholePart(ByteSink sink) implements Part {

    @Override
    public void accept(ByteBuffer data) throws FastRouterException {
        sink.write(data);
    }

    @Override
    public void end() {
        // nothing was held back
    }
}
