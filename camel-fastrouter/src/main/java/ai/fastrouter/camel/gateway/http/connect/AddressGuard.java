package ai.fastrouter.camel.gateway.http.connect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.net.InetAddressUtils;
import org.apache.hc.core5.net.NamedEndpoint;

/**
 * Keeps connections away from addresses that are not allowed. What is checked is the address that is connected to, so a
 * name can't point elsewhere between the check and the connection.
 *
 * @param allowed which addresses are
 * @param proxy   is always reached; null for none
 */
record AddressGuard(Predicate<InetAddress> allowed, ProxySettings proxy) {

    /** Whether this connection may be begun. */
    boolean permits(NamedEndpoint host, SocketAddress remote) {
        if (proxy != null
                && host.getPort() == proxy.host().getPort()
                && host.getHostName().equalsIgnoreCase(proxy.host().getHostName())) {
            return true;
        }
        return remote instanceof InetSocketAddress address && allowed.test(address.getAddress());
    }

    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals("localhost") || bare.endsWith(".localhost");
    }

    /**
     * Whether this route may be taken. Behind a proxy, which looks names up itself, only literal addresses can be
     * judged here, and the name of the proxy's own machine; what ends in a number, but is no plain address, might be
     * read as one by the proxy and is refused.
     */
    boolean permits(HttpRoute route) {
        if (route.getProxyHost() == null) {
            return true;
        }
        String host = route.getTargetHost().getHostName();
        boolean literal = InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
        if (!literal) {
            return !isThisMachine(host)
                    && !Character.isDigit(host.charAt(host.lastIndexOf('.', host.length() - 2) + 1));
        }
        try {
            return allowed.test(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
