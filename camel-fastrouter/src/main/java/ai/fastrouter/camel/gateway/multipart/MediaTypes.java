package ai.fastrouter.camel.gateway.multipart;

/** Tells whether a text may stand in a part's Content-Type header (RFC 9110, 8.3.1). */
final class MediaTypes {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private static final int SHOWN_AT_MOST = 80;

    private MediaTypes() {}

    /** Two tokens with a slash between them; after a semicolon anything visible, since parameters are the server's business. */
    static boolean isValid(String type) {
        int parameters = type.indexOf(';');
        String essence = (parameters < 0 ? type : type.substring(0, parameters)).stripTrailing();
        int slash = essence.indexOf('/');
        return slash > 0
                && isToken(essence, 0, slash)
                && slash + 1 < essence.length()
                && isToken(essence, slash + 1, essence.length())
                && isVisible(type);
    }

    /** The beginning of a text that is no media type, fit for a message. */
    static String shown(String type) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(type.length(), SHOWN_AT_MOST); i++) {
            char c = type.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return shown.append(type.length() > SHOWN_AT_MOST ? "..." : "").toString();
    }

    private static boolean isToken(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
