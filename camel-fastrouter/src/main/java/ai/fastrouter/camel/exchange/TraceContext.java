package ai.fastrouter.camel.exchange;

import java.util.List;
import java.util.Map;
import org.apache.camel.Message;

/**
 * Hands the trace of an exchange on to the gateway, as W3C Trace Context says: the headers {@code traceparent} and
 * {@code tracestate}. Camel's tracers put them into the message when a span begins.
 */
final class TraceContext {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    /** Version 00: 2 + 32 + 16 + 2 hexadecimal digits and three dashes. */
    private static final int PARENT_LENGTH = 55;

    private static final int STATE_AT_MOST = 512;

    private TraceContext() {}

    /** Adds the message's trace, unless it is there already or is not valid. */
    static void add(List<Map.Entry<String, String>> out, Message message) {
        if (message.getHeader(PARENT) instanceof String parent && isParent(parent) && !has(out, PARENT)) {
            out.add(Map.entry(PARENT, parent));
            if (message.getHeader(STATE) instanceof String state && isState(state) && !has(out, STATE)) {
                out.add(Map.entry(STATE, state));
            }
        }
    }

    private static boolean isParent(String value) {
        if (value.length() != PARENT_LENGTH) {
            return false;
        }
        for (int i = 0; i < PARENT_LENGTH; i++) {
            boolean dash = i == 2 || i == 35 || i == 52;
            char c = value.charAt(i);
            if (dash ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isState(String value) {
        if (value.isEmpty() || value.length() > STATE_AT_MOST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean has(List<Map.Entry<String, String>> headers, String name) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
