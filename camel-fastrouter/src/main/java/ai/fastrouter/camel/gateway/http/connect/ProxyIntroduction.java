package ai.fastrouter.camel.gateway.http.connect;

import ai.fastrouter.camel.gateway.http.request.SecretHeader;
import java.util.ArrayDeque;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.AuthenticationException;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Basic authentication that sets its header itself: the one that the HTTP client would make from an answer appears in
 * its log of headers.
 */
final class ProxyIntroduction extends BasicScheme {

    private static final long serialVersionUID = 1L;

    private final transient AuthExchange exchange = new AuthExchange();

    ProxyIntroduction(UsernamePasswordCredentials credentials) {
        initPreemptive(credentials);
        // in this state an answer may be null
        exchange.setState(AuthExchange.State.CHALLENGED);
        offer();
    }

    private void offer() {
        exchange.setOptions(new ArrayDeque<>(List.of(this)));
    }

    AuthExchange exchange() {
        return exchange;
    }

    @Override
    public String generateAuthResponse(HttpHost proxy, HttpRequest request, HttpContext context)
            throws AuthenticationException {
        String value = super.generateAuthResponse(proxy, request, context);
        request.setHeader(new SecretHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
        // for another request of the same call
        offer();
        return null;
    }
}
