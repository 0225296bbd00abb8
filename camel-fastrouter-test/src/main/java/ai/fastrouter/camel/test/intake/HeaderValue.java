package ai.fastrouter.camel.test.intake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads header lines and their parameters. */
final class HeaderValue {

    private HeaderValue() {}

    /** Header lines by name; names are compared without case. */
    static Map<String, String> headers(String lines) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        });
        return headers;
    }

    /** The parameters after the first semicolon, quoted or not; names in lower case. */
    static Map<String, String> parameters(String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = value.indexOf(';');
        while (at >= 0 && at < value.length()) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = value.substring(at + 1, equals).trim().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            at = read(value, equals + 1, text);
            parameters.putIfAbsent(name, text.toString());
        }
        return parameters;
    }

    /** Reads one value into the text; the place of the semicolon after it, or the end. */
    private static int read(String value, int start, StringBuilder text) {
        boolean quoted = start < value.length() && value.charAt(start) == '"';
        int i = quoted ? start + 1 : start;
        for (; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\' && i + 1 < value.length()) {
                text.append(value.charAt(++i));
            } else if (quoted && c == '"') {
                int next = value.indexOf(';', i);
                return next < 0 ? value.length() : next;
            } else if (!quoted && c == ';') {
                break;
            } else {
                text.append(c);
            }
        }
        if (!quoted) {
            String trimmed = text.toString().trim();
            text.setLength(0);
            text.append(trimmed);
        }
        return i;
    }
}
