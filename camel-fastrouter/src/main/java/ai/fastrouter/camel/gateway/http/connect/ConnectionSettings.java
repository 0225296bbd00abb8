package ai.fastrouter.camel.gateway.http.connect;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;

/**
 * The settings of a client once it is decided where each comes from.
 *
 * @param sslContext       TLS; null for Java's default
 * @param hostnameVerifier replaces the usual rules; null for these
 * @param http2            whether HTTP/2 is offered in the TLS handshake
 * @param maxTotal         the most connections
 * @param maxPerRoute      the most connections to one host
 * @param timeToLive       the age in milliseconds from which a connection is not used again; negative for none
 * @param proxy            null for none
 * @param userAgent        the User-Agent header
 * @param addresses        which addresses may be connected to; null for all
 * @param dnsResolver      null for Java's
 * @param customizer       changes the builder at last; null for none
 * @param worker           looks up names and begins connections
 */
public record ConnectionSettings(
        SSLContext sslContext,
        HostnameVerifier hostnameVerifier,
        boolean http2,
        int maxTotal,
        int maxPerRoute,
        long timeToLive,
        ProxySettings proxy,
        String userAgent,
        Predicate<InetAddress> addresses,
        DnsResolver dnsResolver,
        Consumer<HttpAsyncClientBuilder> customizer,
        Executor worker) {

    @Override
    public String toString() {
        return "ConnectionSettings[proxy=" + proxy + "]";
    }
}
