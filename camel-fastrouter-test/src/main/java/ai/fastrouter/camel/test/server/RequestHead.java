package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.journal.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.ProtocolVersion;

/** Reads the head of a request into the journal's form. */
final class RequestHead {

    private RequestHead() {}

    static Received read(HttpRequest request, String connection, ProtocolVersion version, Settings settings) {
        String target = request.getPath();
        int mark = target.indexOf('?');
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : request.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        List<String> type = headers.get("Content-Type");
        boolean json = type != null && type.get(0).toLowerCase(Locale.ROOT).startsWith("application/json");
        return new Received(
                request.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                connection,
                version.format(),
                json ? settings.bodyLimit() : settings.keepBody());
    }
}
