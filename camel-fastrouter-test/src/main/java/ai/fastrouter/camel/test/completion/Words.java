package ai.fastrouter.camel.test.completion;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words that keep the blanks after them. */
public final class Words {

    private Words() {}

    /** The words in order; together they are the text. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }
}
