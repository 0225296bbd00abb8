package ai.fastrouter.camel.gateway;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of an address, also where {@link URI} sees no host: in names with an underscore, which no public host
 * has, but services of Docker and Kubernetes do.
 *
 * @param host as it is written, an IPv6 address in brackets
 * @param port -1 when the address names none
 */
public record Authority(String host, int port) {

    /** With an underscore, and a last part that nobody reads as a number: what looks like an address stays refused. */
    private static final Pattern LOOSE =
            Pattern.compile("(?=[^:]*_)((?:[A-Za-z0-9_-]+\\.)*[A-Za-z_][A-Za-z0-9_-]*)(?::(\\d{1,5}))?");

    /** Returns null if the address names no host. */
    public static Authority of(URI uri) {
        if (uri.getHost() != null) {
            return new Authority(uri.getHost(), uri.getPort());
        }
        Matcher loose = LOOSE.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!loose.matches()) {
            return null;
        }
        int port = loose.group(2) == null ? -1 : Integer.parseInt(loose.group(2));
        return port > 65535 ? null : new Authority(loose.group(1), port);
    }
}
