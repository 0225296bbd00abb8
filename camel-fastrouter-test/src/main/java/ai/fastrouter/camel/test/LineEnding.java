package ai.fastrouter.camel.test;

/** How the lines of a server-sent event end. */
public enum LineEnding {
    /** Line feed, what gateways use. */
    LF("\n"),
    /** Carriage return and line feed. */
    CRLF("\r\n"),
    /** Carriage return alone, allowed by the standard. */
    CR("\r");

    private final String text;

    LineEnding(String text) {
        this.text = text;
    }

    /** The characters that end a line. */
    public String text() {
        return text;
    }
}
