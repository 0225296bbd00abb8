package ai.fastrouter.camel.gateway.http.connect;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Decides whether a host is reached through the proxy. Keeps the last answer, since nearly all calls go to the same
 * host.
 */
final class Routes implements HttpRoutePlanner {

    private record Known(HttpHost host, HttpRoute route) {}

    private final HttpRoutePlanner planner;
    private volatile Known last = new Known(null, null);

    Routes(ProxySettings proxy) {
        planner = new DefaultRoutePlanner(null) {
            @Override
            protected HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxy != null && proxy.isFor(target) ? proxy.host() : null;
            }
        };
    }

    @Override
    public HttpRoute determineRoute(HttpHost host, HttpRequest request, HttpContext context) throws HttpException {
        Known known = last;
        if (host != null && host == known.host) {
            return known.route;
        }
        HttpRoute route = planner.determineRoute(host, request, context);
        last = new Known(host, route);
        return route;
    }

    @Override
    public HttpRoute determineRoute(HttpHost host, HttpContext context) throws HttpException {
        return determineRoute(host, null, context);
    }
}
