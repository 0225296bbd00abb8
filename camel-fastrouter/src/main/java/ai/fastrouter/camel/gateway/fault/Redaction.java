package ai.fastrouter.camel.gateway.fault;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Makes text from a gateway fit to be shown: masks keys, removes control characters, bounds the length. Masked are the key of
 * the request, words that begin like a key, and what follows the word Bearer.
 */
public final class Redaction {

    private static final String MASK = "***";
    private static final int SENTENCE_AT_MOST = 1024;
    private static final int LABEL_AT_MOST = 256;
    private static final int BODY_AT_MOST = 16 * 1024;
    private static final String[] PREFIXES = {"sk-", "lr_live_", "lr_mgmt_", "lr_sub_"};
    private static final String BEARER = "bearer";
    /** Words that stand after Bearer in plain sentences. */
    private static final Set<String> NO_TOKENS =
            Set.of("token", "tokens", "authentication", "authorization", "auth", "key", "header", "scheme");

    private final String apiKey;

    /** @param apiKey the request's key; null or blank when there is none */
    public Redaction(String apiKey) {
        this.apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey;
    }

    /** One line of at most 1,024 characters for a message; null when nothing is left. */
    public String sentence(String text) {
        return line(HtmlTitle.orText(text), SENTENCE_AT_MOST);
    }

    /** One line of at most 256 characters for a field; null when nothing is left. */
    public String label(String text) {
        return line(text, LABEL_AT_MOST);
    }

    /** The beginning of a body, at most 16 KB. */
    String body(byte[] bytes, int length) {
        int taken = Math.min(length, BODY_AT_MOST + keyLength());
        String text = new String(bytes, 0, taken, StandardCharsets.UTF_8);
        return cut(maskBeginning(text, taken == length), BODY_AT_MOST);
    }

    /** The beginning of a body, at most 16 K characters. */
    String body(String text) {
        return cut(beginning(text, BODY_AT_MOST), BODY_AT_MOST);
    }

    /** The text with all keys masked; the same object when there are none. */
    public String mask(String text) {
        if (text == null) {
            return null;
        }
        String known = apiKey == null ? text : text.replace(apiKey, MASK);
        StringBuilder masked = null;
        int copied = 0;
        for (int i = 0; i < known.length(); i++) {
            int start = secretStart(known, i);
            int end = start < 0 ? -1 : wordEnd(known, start);
            if (end > start) {
                masked = masked == null ? new StringBuilder(known.length()) : masked;
                masked.append(known, copied, start).append(MASK);
                copied = end;
                i = end - 1;
            }
        }
        return masked == null
                ? known
                : masked.append(known, copied, known.length()).toString();
    }

    private String line(String text, int atMost) {
        if (text == null) {
            return null;
        }
        String masked = beginning(text, atMost);
        StringBuilder line = new StringBuilder(Math.min(masked.length(), atMost));
        boolean gap = false;
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            if (isBlank(c)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.isEmpty() ? null : cut(line.toString(), atMost);
    }

    /** Where a secret starts that is announced at this index: a key's own beginning, or the word after Bearer. -1 for none. */
    private static int secretStart(String text, int index) {
        char c = text.charAt(index);
        if ((c != 's' && c != 'l' && c != 'b' && c != 'B') || (index > 0 && isWord(text.charAt(index - 1)))) {
            return -1;
        }
        for (String prefix : PREFIXES) {
            if (text.startsWith(prefix, index)) {
                return wordEnd(text, index) > index + prefix.length() ? index : -1;
            }
        }
        if (!text.regionMatches(true, index, BEARER, 0, BEARER.length())) {
            return -1;
        }
        int start = index + BEARER.length();
        while (start < text.length() && (isBlank(text.charAt(start)) || ":=\"'".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        boolean apart = start > index + BEARER.length();
        return apart
                        && !NO_TOKENS.contains(
                                text.substring(start, wordEnd(text, start)).toLowerCase(Locale.ROOT))
                ? start
                : -1;
    }

    /** The end of a run of what keys and bearer tokens are made of; a point at the end belongs to the sentence. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (isWord(text.charAt(end)) || "-.*~+/=".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isBlank(char c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The beginning, masked; somewhat longer than asked for. */
    private String beginning(String text, int atMost) {
        int taken = Math.min(text.length(), atMost + keyLength());
        return maskBeginning(text.substring(0, taken), taken == text.length());
    }

    /**
     * The beginning of a text, with all keys masked. It may end within the key, where that can't be recognised: as much as a key is
     * long is left out there.
     *
     * @param whole whether the text is there to its end
     */
    public String maskBeginning(String text, boolean whole) {
        String masked = mask(text);
        return whole ? masked : masked.substring(0, Math.max(0, masked.length() - keyLength()));
    }

    private int keyLength() {
        return apiKey == null ? 0 : apiKey.length();
    }

    private static String cut(String text, int atMost) {
        if (text.length() <= atMost) {
            return text;
        }
        int end = atMost - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
