package ai.fastrouter.camel.operations.logging;

/**
 * Replaces audio, pictures and other data in base64 by its size: the values of the JSON fields {@code data} and {@code b64_json},
 * data addresses, and any other run that is longer than words are.
 */
final class MediaCut {

    private static final int LONG_RUN = 200;
    private static final String ADDRESS = ";base64,";
    private static final String[] FIELDS = {"\"data\"", "\"b64_json\""};

    private MediaCut() {}

    static String cut(String text) {
        StringBuilder kept = null;
        int copied = 0;
        int start = 0;
        while (start < text.length()) {
            int end = endOfRun(text, start);
            if (end > start && (end - start >= LONG_RUN || isMedia(text, start))) {
                kept = kept == null ? new StringBuilder(text.length()) : kept;
                kept.append(text, copied, start).append('<').append(decodedSize(text, start, end));
                kept.append(" bytes>");
                copied = end;
            }
            start = end + 1;
        }
        return kept == null ? text : kept.append(text, copied, text.length()).toString();
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && isBase64(text, end)) {
            end++;
        }
        return end;
    }

    /** JSON may write a slash with a backslash before it. */
    private static boolean isBase64(String text, int index) {
        char c = text.charAt(index);
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || "+/=-_".indexOf(c) >= 0
                || c == '\\' && index + 1 < text.length() && text.charAt(index + 1) == '/';
    }

    private static boolean isMedia(String text, int start) {
        if (text.startsWith(ADDRESS, start - ADDRESS.length())) {
            return true;
        }
        if (start == 0 || text.charAt(start - 1) != '"') {
            return false;
        }
        int colon = skipBlanksBefore(text, start - 1);
        if (colon == 0 || text.charAt(colon - 1) != ':') {
            return false;
        }
        int name = skipBlanksBefore(text, colon - 1);
        for (String field : FIELDS) {
            if (text.startsWith(field, name - field.length())) {
                return true;
            }
        }
        return false;
    }

    private static int skipBlanksBefore(String text, int index) {
        int before = index;
        while (before > 0 && text.charAt(before - 1) <= ' ') {
            before--;
        }
        return before;
    }

    private static long decodedSize(String text, int start, int end) {
        int padding = 0;
        while (end - padding > start && text.charAt(end - padding - 1) == '=') {
            padding++;
        }
        return (end - start - padding) * 3L / 4;
    }
}
