package ai.fastrouter.camel.gateway.http.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;

/** A proxy, who we are to it, and which hosts are reached without it. */
public final class ProxySettings {

    private final HttpHost host;
    private final UsernamePasswordCredentials credentials;
    private final List<Pattern> direct = new ArrayList<>();
    private boolean httpsOnly;

    /**
     * @param username   null for none
     * @param password   null for none
     * @param direct     hosts that need no proxy, separated by commas or bars, with {@code *} for any characters; null
     *                   for none
     */
    public ProxySettings(String host, int port, String username, String password, String direct) {
        this.host = new HttpHost("http", host, port);
        this.credentials = username == null
                ? null
                : new UsernamePasswordCredentials(username, password == null ? new char[0] : password.toCharArray());
        for (String pattern : direct == null ? new String[0] : direct.split("[,|]")) {
            if (!pattern.isBlank()) {
                String quoted = "\\Q" + pattern.trim().toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
                this.direct.add(Pattern.compile(quoted));
            }
        }
    }

    HttpHost host() {
        return host;
    }

    /** Has addresses with http reached directly. */
    public ProxySettings forHttpsOnly() {
        httpsOnly = true;
        return this;
    }

    boolean isFor(HttpHost target) {
        if (httpsOnly && !"https".equalsIgnoreCase(target.getSchemeName())) {
            return false;
        }
        String name = target.getHostName().toLowerCase(Locale.ROOT);
        for (Pattern pattern : direct) {
            if (pattern.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lets a call show the credentials to the proxy, and to nobody else: they are in no store that an answer from
     * elsewhere could ask for.
     */
    public void introduce(HttpClientContext context) {
        if (credentials != null) {
            context.setAuthExchange(host, new ProxyIntroduction(credentials).exchange());
        }
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return host.toHostString();
    }
}
