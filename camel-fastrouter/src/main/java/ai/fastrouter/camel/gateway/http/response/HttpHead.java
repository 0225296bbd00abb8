package ai.fastrouter.camel.gateway.http.response;

import ai.fastrouter.camel.gateway.ResponseHead;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** A response head that looks headers up when asked. */
public final class HttpHead implements ResponseHead {

    private final HttpResponse response;
    private final long contentLength;

    /**
     * @param contentLength the announced length of the body as it is handed on; -1 when unknown
     */
    public HttpHead(HttpResponse response, long contentLength) {
        this.response = response;
        this.contentLength = contentLength;
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public String reason() {
        return response.getReasonPhrase();
    }

    @Override
    public String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        Iterator<Header> all = response.headerIterator();
        while (all.hasNext()) {
            Header header = all.next();
            if (header == response.getFirstHeader(header.getName())) {
                headers.put(header.getName(), header.getValue());
            }
        }
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public String mediaType() {
        String type = header(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return null;
        }
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).trim();
        return bare.isEmpty() ? null : bare.toLowerCase(Locale.ROOT);
    }

    @Override
    public long contentLength() {
        return contentLength;
    }
}
