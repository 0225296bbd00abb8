package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.GatewayRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** Builds the head of a request, and refuses what can't be a header before anything is sent. */
final class RequestHead {

    private RequestHead() {}

    static HttpRequest of(HttpCall call) throws FastRouterException {
        GatewayRequest request = call.request();
        URI uri = request.uri();
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        BasicHttpRequest head = new BasicHttpRequest(
                request.method().name(),
                uri.getScheme(),
                new URIAuthority(uri.getHost(), uri.getPort()),
                query == null ? path : path + "?" + query);
        if (request.apiKey() != null) {
            check(call, HttpHeaders.AUTHORIZATION, request.apiKey());
            head.addHeader(new SecretHeader(HttpHeaders.AUTHORIZATION, "Bearer " + request.apiKey()));
        }
        List<Map.Entry<String, String>> headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            Map.Entry<String, String> header = headers.get(i);
            check(call, header.getKey(), header.getValue());
            head.addHeader(header.getKey(), header.getValue());
        }
        return head;
    }

    /** Latin-1 without control characters: what goes on the wire as it is. */
    private static void check(HttpCall call, String name, String value) throws FastRouterException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7f && c < 0xa0 || c > 0xff) {
                throw Failures.badHeader(
                        call,
                        "The value of the header " + name + " can't be sent: character " + (i + 1)
                                + " is a line break, another control character or not Latin-1");
            }
        }
    }
}
