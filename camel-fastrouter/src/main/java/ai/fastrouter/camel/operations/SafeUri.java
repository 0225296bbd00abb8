package ai.fastrouter.camel.operations;

import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.camel.util.URISupport;

/**
 * Endpoint URIs for pages, checks and spans. Camel masks keys in them; here texts that are meant for a model, and addresses that
 * open something, are masked as well.
 */
public final class SafeUri {

    private static final String MASK = "xxxxxx";

    /** Options whose values are left out; also all that begin with one of them and a point. */
    static final Set<String> HIDDEN = Set.of(
            "additionalBody",
            "instructions",
            "jsonSchema",
            "prompt",
            "requestTags",
            "responseFormat",
            "responseUrl",
            "stop",
            "systemMessage",
            "toolChoice",
            "tools",
            "user",
            "userMessage");

    private SafeUri() {}

    /** The URI with what is not for everybody's eyes masked. */
    public static String of(String endpointUri) {
        String uri = URISupport.sanitizeUri(endpointUri);
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        String path = uri.substring(0, query);
        try {
            StringJoiner options = new StringJoiner("&", path + "?", "");
            for (Map.Entry<String, Object> option :
                    URISupport.parseQuery(uri.substring(query + 1), true).entrySet()) {
                options.add(option.getKey() + "=" + (isHidden(option.getKey()) ? MASK : option.getValue()));
            }
            return options.toString();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    private static boolean isHidden(String name) {
        int point = name.indexOf('.');
        return HIDDEN.contains(point < 0 ? name : name.substring(0, point));
    }
}
