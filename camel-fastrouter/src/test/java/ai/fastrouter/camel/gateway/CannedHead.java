package ai.fastrouter.camel.gateway;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A response head made by a test, for code that is tested without a socket. */
public record CannedHead(int status, String reason, Map<String, String> headers) implements ResponseHead {

    /** @param namesAndValues header names and values in turn */
    public static CannedHead of(int status, String... namesAndValues) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new CannedHead(status, null, Collections.unmodifiableMap(headers));
    }

    /** The same head with a reason phrase. */
    public CannedHead withReason(String text) {
        return new CannedHead(status, text, headers);
    }

    @Override
    public String header(String name) {
        return headers.get(name);
    }

    @Override
    public String mediaType() {
        String type = header("content-type");
        return type == null ? null : type.split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    @Override
    public long contentLength() {
        String length = header("content-length");
        return length == null ? -1 : Long.parseLong(length);
    }
}
