package ai.fastrouter.camel.gateway.fault;

/** Finds the one line worth showing in an HTML page, as proxies send them in front of a gateway. */
final class HtmlTitle {

    private HtmlTitle() {}

    /** The page's title; the text itself when it is no page or has no title. */
    static String orText(String text) {
        String title = of(text);
        return title == null ? text : title;
    }

    /** The page's title; null when it is no page or has no title. */
    static String of(String text) {
        if (text == null || !text.stripLeading().startsWith("<")) {
            return null;
        }
        int tag = find(text, "<title", 0);
        int start = tag < 0 ? -1 : text.indexOf('>', tag);
        int end = start < 0 ? -1 : find(text, "</title", start);
        String title = end < 0 ? "" : text.substring(start + 1, end);
        return title.isBlank() ? null : title;
    }

    private static int find(String text, String part, int from) {
        for (int i = text.indexOf('<', from); i >= 0; i = text.indexOf('<', i + 1)) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }
}
