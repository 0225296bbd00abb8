package ai.fastrouter.camel.operations.logging;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.fault.Redaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that writes bodies to the logger {@code ai.fastrouter.camel.bodies} at TRACE, for who looks for an error: JSON and text,
 * at most the first 64 KB, with keys masked and media replaced by their size. Of forms and audio only the size is written. Stands
 * only where the option {@code logBodies} is set.
 */
public final class BodyLog implements GatewayClient {

    static final Logger LOG = LoggerFactory.getLogger("ai.fastrouter.camel.bodies");
    static final int SHOWN_AT_MOST = 64 * 1024;

    private final GatewayClient client;

    /** @param client sends the requests; it is closed by whom it belongs to, not from here */
    public BodyLog(GatewayClient client) {
        this.client = client;
    }

    @Override
    public Call send(GatewayRequest request, ResponseHandler handler) {
        if (!LOG.isTraceEnabled()) {
            return client.send(request, handler);
        }
        Redaction redaction = new Redaction(request.apiKey());
        LOG.trace("{} request: {}", request.operation(), shown(request.body(), redaction));
        return client.send(request, new LoggedAnswer(handler, request.operation(), redaction));
    }

    /** Does nothing: the client is shared. */
    @Override
    public void close() {}

    /** @param whole false if the text was cut */
    static String shown(String text, boolean whole, Redaction redaction) {
        return PlainText.lines(MediaCut.cut(redaction.maskBeginning(text, whole)));
    }

    static boolean isText(String contentType) {
        return contentType != null
                && (contentType.contains("json")
                        || contentType.startsWith("text/")
                        || contentType.contains("x-www-form-urlencoded"));
    }

    private static String shown(RequestBody body, Redaction redaction) {
        if (body == null) {
            return "no body";
        }
        String size = body.contentType() + ", " + body.length() + " bytes";
        if (!isText(body.contentType())
                || body.segments().size() != 1
                || !(body.segments().get(0) instanceof RequestBody.Bytes bytes)) {
            return size;
        }
        ByteBuffer content = bytes.buffer().duplicate();
        boolean whole = content.remaining() <= SHOWN_AT_MOST;
        content.limit(Math.min(content.limit(), content.position() + SHOWN_AT_MOST));
        return size + ": " + shown(StandardCharsets.UTF_8.decode(content).toString(), whole, redaction);
    }
}
