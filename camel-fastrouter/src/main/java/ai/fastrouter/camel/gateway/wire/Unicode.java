package ai.fastrouter.camel.gateway.wire;

/** Makes any Java text one that UTF-8 can carry. */
final class Unicode {

    private static final char REPLACEMENT = '\uFFFD';

    private Unicode() {}

    /** The text itself, or a copy in which halves of surrogate pairs that stand alone are replaced by U+FFFD. */
    static String repaired(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return repairedFrom(text, i);
                }
            }
        }
        return text;
    }

    private static String repairedFrom(String text, int first) {
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    chars[i] = REPLACEMENT;
                }
            }
        }
        return new String(chars);
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
