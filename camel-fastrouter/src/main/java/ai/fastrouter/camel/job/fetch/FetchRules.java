package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.gateway.Timeouts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What may be fetched. Which addresses may be connected to is the client's business, which knows them.
 *
 * @param allowHttp whether plain http is allowed
 * @param maxSize   the largest body in bytes; 0 for no limit
 * @param types     media types, {@code audio/*} for all of a kind, {@code *} for all
 * @param timeouts  the waits of each request; the total is that of all redirects together
 */
public record FetchRules(boolean allowHttp, long maxSize, List<String> types, Timeouts timeouts) {

    /** Reads the option {@code downloadTypes}. */
    public static List<String> types(String option) {
        List<String> types = new ArrayList<>();
        for (String part : option.split(",")) {
            if (!part.isBlank()) {
                types.add(part.trim().toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(types);
    }

    /** Why an address may not be asked at all; null if it may. */
    String refusal(URI uri) {
        if (uri.getHost() == null) {
            return "its address has no host";
        }
        if ("https".equalsIgnoreCase(uri.getScheme()) || allowHttp && "http".equalsIgnoreCase(uri.getScheme())) {
            return null;
        }
        return "its address is not https; allowHttpDownload=true allows http";
    }

    /** Whether a body of this type may be taken; one without a type may. */
    boolean permitsType(String mediaType) {
        if (mediaType == null) {
            return true;
        }
        for (String type : types) {
            boolean fits = type.equals("*")
                    || type.equals("*/*")
                    || type.equals(mediaType)
                    || type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body of this length may be taken. */
    boolean permitsSize(long length) {
        return maxSize == 0 || length <= maxSize;
    }
}
