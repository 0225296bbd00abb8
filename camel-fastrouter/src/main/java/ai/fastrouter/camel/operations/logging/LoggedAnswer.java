package ai.fastrouter.camel.operations.logging;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.Redaction;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Passes a response on, keeps the beginning of its text, and logs it at the end. */
final class LoggedAnswer implements ResponseHandler, BodyReceiver {

    private final ResponseHandler handler;
    private final String operation;
    private final Redaction redaction;
    private ByteArrayOutputStream text;
    private String what = "no response";
    private long received;
    private BodyReceiver receiver;

    LoggedAnswer(ResponseHandler handler, String operation, Redaction redaction) {
        this.handler = handler;
        this.operation = operation;
        this.redaction = redaction;
    }

    @Override
    public BodyReceiver onHead(ResponseHead head, BodyFlow flow) {
        what = "status " + head.status() + ", " + head.mediaType();
        if (BodyLog.isText(head.mediaType())) {
            text = new ByteArrayOutputStream(1024);
        }
        receiver = handler.onHead(head, flow);
        return this;
    }

    @Override
    public void onData(ByteBuffer data) throws FastRouterException {
        received += data.remaining();
        if (text != null) {
            keep(data.duplicate());
        }
        receiver.onData(data);
    }

    @Override
    public void onEnd() {
        log("");
        receiver.onEnd();
    }

    @Override
    public void onFailure(FastRouterException failure) {
        log(", failed as " + failure.getCategory());
        handler.onFailure(failure);
    }

    private void keep(ByteBuffer data) {
        byte[] part = new byte[Math.min(data.remaining(), BodyLog.SHOWN_AT_MOST - text.size())];
        data.get(part);
        text.writeBytes(part);
    }

    private void log(String end) {
        String shown = text == null
                ? ""
                : ": " + BodyLog.shown(text.toString(StandardCharsets.UTF_8), received == text.size(), redaction);
        BodyLog.LOG.trace("{} answer: {}, {} bytes{}{}", operation, PlainText.of(what), received, end, shown);
    }
}
