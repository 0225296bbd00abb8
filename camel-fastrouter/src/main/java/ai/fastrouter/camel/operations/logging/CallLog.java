package ai.fastrouter.camel.operations.logging;

import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.TokenUsage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each call that has ended, to the logger {@code ai.fastrouter.camel.calls} at DEBUG: what was asked of which
 * model, how it ended, how long it took, what it used. Never a prompt, an answer or a header.
 */
public final class CallLog implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger("ai.fastrouter.camel.calls");

    @Override
    public void ended(CallInfo call, CallResult result) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(line(call, result));
        }
    }

    private static String line(CallInfo call, CallResult result) {
        StringBuilder line = new StringBuilder(160).append(call.operation());
        if (call.model() != null) {
            line.append(' ').append(PlainText.of(call.model()));
        }
        if (result.responseModel() != null && !result.responseModel().equals(call.model())) {
            line.append(" by ").append(PlainText.of(result.responseModel()));
        }
        line.append(": ").append(result.failure() == null ? "ok" : "failed as " + result.failure());
        add(line, "status ", result.status() == 0 ? null : result.status());
        add(line, "code ", PlainText.of(result.code()));
        add(line, "request ", PlainText.of(result.requestId()));
        add(line, "", TimeUnit.NANOSECONDS.toMillis(result.nanos()) + (result.stream() ? " ms streamed" : " ms"));
        add(line, "finished by ", PlainText.of(result.finishReason()));
        TokenUsage usage = result.usage();
        if (usage != null) {
            add(line, "tokens in ", usage.promptTokens());
            add(line, "tokens out ", usage.completionTokens());
            add(line, "USD ", usage.cost() == null ? null : usage.cost().toPlainString());
        }
        return line.toString();
    }

    private static void add(StringBuilder line, String label, Object value) {
        if (value != null) {
            line.append(", ").append(label).append(value);
        }
    }
}
