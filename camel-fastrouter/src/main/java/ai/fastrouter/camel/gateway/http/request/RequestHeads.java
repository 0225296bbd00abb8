package ai.fastrouter.camel.gateway.http.request;

import ai.fastrouter.camel.gateway.Authority;
import ai.fastrouter.camel.gateway.GatewayRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Builds the heads of requests and refuses what can't be a header before anything is sent. Keeps what the last request
 * had in common with most: host and key. Thread-safe.
 */
public final class RequestHeads {

    /** Decided by the body, the connection or the address. */
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String TOKEN = "!#$%&'*+-.^_`|~";
    private static final Header ANY = new BasicHeader(HttpHeaders.ACCEPT, "*/*");

    private record Place(String authority, HttpHost host, URIAuthority parsed) {}

    private record Key(String value, Header header) {}

    private final Header userAgent;
    private volatile Place lastPlace;
    private volatile Key lastKey;

    /**
     * @param userAgent the User-Agent header
     */
    public RequestHeads(String userAgent) {
        this.userAgent = new BasicHeader(HttpHeaders.USER_AGENT, userAgent);
    }

    /** The host a request goes to: the same object as before while it is the same host. */
    public HttpHost host(GatewayRequest request) throws UnsendableRequestException {
        return place(request.uri()).host;
    }

    /** The head of a request, without the headers that follow from its body. */
    public HttpRequest of(GatewayRequest request) throws UnsendableRequestException {
        URI uri = request.uri();
        Place place = place(uri);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery();
        BasicHttpRequest head = new BasicHttpRequest(
                request.method().name(),
                place.host.getSchemeName(),
                place.parsed,
                query == null ? path : path + "?" + query);
        if (request.apiKey() != null) {
            head.addHeader(authorization(request.apiKey()));
        }
        head.addHeader(userAgent);
        boolean accepts = false;
        List<Map.Entry<String, String>> headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).getKey();
            checkName(name);
            String value = headers.get(i).getValue();
            checkValue(name, value);
            boolean accept = HttpHeaders.ACCEPT.equalsIgnoreCase(name);
            accepts |= accept;
            head.addHeader(accept ? new BasicHeader(name, value) : new SecretHeader(name, value));
        }
        if (!accepts) {
            head.addHeader(ANY);
        }
        return head;
    }

    private Place place(URI uri) throws UnsendableRequestException {
        Place place = lastPlace;
        if (place == null
                || !place.authority.equals(uri.getRawAuthority())
                || !place.host.getSchemeName().equals(uri.getScheme())) {
            place = newPlace(uri);
            lastPlace = place;
        }
        return place;
    }

    private static Place newPlace(URI uri) throws UnsendableRequestException {
        String scheme = uri.getScheme();
        Authority authority = Authority.of(uri);
        if (authority == null || !"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new UnsendableRequestException(
                    "invalid_address",
                    "The address can't be used: it must begin with http:// or https:// and name a host");
        }
        // an IPv6 address comes in brackets, which are no part of it
        String name = authority.host();
        String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        HttpHost host = new HttpHost(scheme, bare, authority.port());
        return new Place(uri.getRawAuthority(), host, new URIAuthority(host));
    }

    private Header authorization(String apiKey) throws UnsendableRequestException {
        Key key = lastKey;
        if (key == null || !key.value.equals(apiKey)) {
            checkValue(HttpHeaders.AUTHORIZATION, apiKey);
            key = new Key(apiKey, new SecretHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey));
            lastKey = key;
        }
        return key.header;
    }

    private static UnsendableRequestException invalidHeader(String message) {
        return new UnsendableRequestException("invalid_header", message);
    }

    private static void checkName(String name) throws UnsendableRequestException {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && TOKEN.indexOf(c) < 0) {
                throw invalidHeader(
                        "A header can't be sent: character " + (i + 1) + " of its name is not allowed in one");
            }
        }
        if (name.isEmpty() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw invalidHeader("The header " + name + " can't be set: the HTTP client sets it itself");
        }
    }

    /** Latin-1 without control characters: what goes on the wire as it is. */
    private static void checkValue(String name, String value) throws UnsendableRequestException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7f && c < 0xa0 || c > 0xff) {
                throw invalidHeader("The value of the header " + name + " can't be sent: character " + (i + 1)
                        + " is a line break, another control character or not Latin-1");
            }
        }
    }
}
