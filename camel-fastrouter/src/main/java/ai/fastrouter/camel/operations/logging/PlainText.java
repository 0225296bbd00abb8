package ai.fastrouter.camel.operations.logging;

/** Texts from outside as part of a log line: short, and without what could begin a new line. */
final class PlainText {

    private static final int LENGTH_AT_MOST = 128;

    private PlainText() {}

    /** At most 128 characters, control characters replaced by spaces; null for null. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        return lines(text.length() <= LENGTH_AT_MOST ? text : text.substring(0, LENGTH_AT_MOST) + "...");
    }

    /** The whole text, control characters replaced by spaces. */
    static String lines(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c <= 0x9f || c == '\u2028' || c == '\u2029') {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, ' ');
            }
        }
        return plain == null ? text : plain.toString();
    }
}
