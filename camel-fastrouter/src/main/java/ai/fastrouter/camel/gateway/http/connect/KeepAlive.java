package ai.fastrouter.camel.gateway.http.connect;

import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * How long an idle connection is kept: a second less than the server says in {@code Keep-Alive: timeout=}, so that a
 * request does not cross with the server's goodbye, and never longer than common load balancers keep theirs (60
 * seconds).
 */
final class KeepAlive implements ConnectionKeepAliveStrategy {

    /** Shorter than what load balancers and address translation allow. */
    static final TimeValue LONGEST = TimeValue.ofSeconds(50);

    private static final TimeValue NOT_AT_ALL = TimeValue.ofMilliseconds(1);
    private static final String TIMEOUT = "timeout=";

    @Override
    public TimeValue getKeepAliveDuration(HttpResponse response, HttpContext context) {
        Header header = response.getFirstHeader("Keep-Alive");
        return header == null || header.getValue() == null ? LONGEST : of(header.getValue());
    }

    private static TimeValue of(String value) {
        int start = value.indexOf(TIMEOUT);
        if (start < 0) {
            return LONGEST;
        }
        long seconds = 0;
        for (int i = start + TIMEOUT.length(); i < value.length() && Character.isDigit(value.charAt(i)); i++) {
            seconds = Math.min(1_000, seconds * 10 + (value.charAt(i) - '0'));
        }
        if (seconds <= 1) {
            return NOT_AT_ALL;
        }
        return seconds > LONGEST.toSeconds() ? LONGEST : TimeValue.ofSeconds(seconds - 1);
    }
}
