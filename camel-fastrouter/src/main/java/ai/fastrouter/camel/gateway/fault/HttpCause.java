package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Makes the cause that handlers written for Camel's HTTP components catch. */
final class HttpCause {

    private HttpCause() {}

    /**
     * @param head null when it is not at hand
     * @param body bounded, keys masked
     */
    static HttpOperationFailedException of(
            GatewayRequest request, ResponseHead head, int status, String body, Redaction redaction) {
        String location = head == null ? null : redaction.label(withoutQuery(head.header("location")));
        return new HttpOperationFailedException(
                withoutQuery(request.uri()),
                status,
                head == null ? null : redaction.label(head.reason()),
                location,
                headers(head, redaction),
                body);
    }

    /** Names in any case find their value. Cookies and whatever is named authorization stay out. */
    private static Map<String, String> headers(ResponseHead head, Redaction redaction) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (head != null) {
            head.headers().forEach((name, value) -> headers.put(name, redaction.mask(value)));
            headers.remove("set-cookie");
            headers.remove("set-cookie2");
            headers.remove("authorization");
        }
        return headers;
    }

    private static String withoutQuery(URI uri) {
        String authority = uri.getRawAuthority();
        String host = authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
        return uri.getScheme() + "://" + host + uri.getRawPath();
    }

    private static String withoutQuery(String location) {
        int query = location == null ? -1 : location.indexOf('?');
        return query < 0 ? location : location.substring(0, query);
    }
}
