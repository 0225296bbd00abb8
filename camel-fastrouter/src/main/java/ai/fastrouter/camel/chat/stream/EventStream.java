package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.wire.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code streamOutput=sse}: the events as server-sent events again, each checked, without comments, and with {@code [DONE]} at the
 * end. Of an answer that breaks off the last event is an {@code error}, there is no {@code [DONE]}, and then reading throws: neither
 * a browser nor a route takes it for a whole answer.
 */
public final class EventStream extends LiveBytes {

    private boolean done;

    public EventStream(LiveAnswer answer) {
        super(answer);
    }

    @Override
    LiveBytes another(LiveAnswer of) {
        return new EventStream(of);
    }

    @Override
    void fetch(LiveAnswer from) throws FastRouterException {
        Batch batch = from.nextWhole();
        while (batch != null && batch.frames().length() == 0) {
            batch = from.nextWhole();
        }
        if (batch != null) {
            offer(batch.frames().array(), batch.frames().length());
        } else if (!done) {
            done = true;
            offer(Frames.DONE, Frames.DONE.length);
        }
    }

    /** Tells a browser that something failed, and by which code; not what the gateway wrote, which is for the log. */
    @Override
    byte[] lastWords(FastRouterException reason) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "The answer broke off");
        error.put("type", reason.getType() == null ? "stream_error" : reason.getType());
        error.put("code", reason.getCode());
        try {
            return ("data: " + JsonText.of(Map.of("error", error)) + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return new byte[0]; // nothing here is read from elsewhere
        }
    }
}
