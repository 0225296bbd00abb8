package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * The headers of a message that go to the gateway: those which the option {@code headerFilterStrategy} lets out; none without it;
 * and its trace, if the option {@code traceHeaders} says so.
 * Credentials, cookies and what describes the body or the connection never do. Thread-safe.
 */
public final class OutgoingHeaders {

    private static final Set<String> NEVER = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "cookie",
            "host",
            "content-length",
            "content-type",
            "content-encoding",
            "content-md5",
            "transfer-encoding",
            "connection",
            "proxy-connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "accept",
            "accept-encoding");

    private final HeaderFilterStrategy strategy;
    private final boolean trace;

    /** The endpoint's own strategy, if it has one, and whether its trace goes out. */
    public OutgoingHeaders(OptionSource options) {
        this.strategy = (HeaderFilterStrategy) options.get("headerFilterStrategy");
        this.trace = Boolean.TRUE.equals(options.get("traceHeaders"));
    }

    /**
     * The headers for one request.
     *
     * @throws FastRouterRequestException if a header that would go out has a name or value that HTTP does not allow
     */
    public List<Map.Entry<String, String>> of(Exchange exchange) throws FastRouterRequestException {
        if (strategy == null && !trace || !exchange.getMessage().hasHeaders()) {
            return List.of();
        }
        List<Map.Entry<String, String>> out = new ArrayList<>();
        if (strategy != null) {
            filter(exchange, out);
        }
        if (trace) {
            TraceContext.add(out, exchange.getMessage());
        }
        return out;
    }

    private void filter(Exchange exchange, List<Map.Entry<String, String>> out) throws FastRouterRequestException {
        for (Map.Entry<String, Object> header :
                exchange.getMessage().getHeaders().entrySet()) {
            String name = header.getKey();
            Object value = header.getValue();
            if (value != null
                    && !NEVER.contains(name.toLowerCase(Locale.ROOT))
                    && !strategy.applyFilterToCamelHeaders(name, value, exchange)) {
                add(out, name, value, exchange);
            }
        }
    }

    private static void add(List<Map.Entry<String, String>> out, String name, Object value, Exchange exchange)
            throws FastRouterRequestException {
        if (value instanceof Iterable<?> values) {
            for (Object one : values) {
                add(out, name, one, exchange);
            }
            return;
        }
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
        if (text == null) {
            return;
        }
        if (!isToken(name) || !isPrintable(text)) {
            throw new FastRouterRequestException(
                    "Header " + (isToken(name) ? name : "") + " can't be sent as HTTP header:"
                            + " its name and value must be printable ASCII",
                    ErrorDetails.ofCode("invalid_header"),
                    null);
        }
        out.add(Map.entry(name, text));
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
