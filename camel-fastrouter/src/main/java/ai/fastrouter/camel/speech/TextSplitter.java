package ai.fastrouter.camel.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into parts that can be spoken one by one: after sentences, if a sentence is too long where a line may be broken,
 * which is after a word, and if a word is too long between its characters. Lengths are counted in Unicode code points, so that
 * a surrogate pair is never split. Blanks around a part are dropped.
 */
final class TextSplitter {

    private final String text;
    private final int limit;
    private final BreakIterator[] boundaries;

    private TextSplitter(String text, int limit) {
        this.text = text;
        this.limit = limit;
        this.boundaries = new BreakIterator[] {
            BreakIterator.getSentenceInstance(Locale.ROOT),
            BreakIterator.getLineInstance(Locale.ROOT),
            BreakIterator.getCharacterInstance(Locale.ROOT)
        };
        for (BreakIterator boundary : boundaries) {
            boundary.setText(text);
        }
    }

    /** Whether the text is longer than so many code points. */
    static boolean isLonger(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    /**
     * @param limit the most code points of a part, at least 1
     * @return the parts in order, none of them blank
     */
    static List<String> split(String text, int limit) {
        return new TextSplitter(text, limit).parts();
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(start);
            String part = text.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++; // else a run of blanks would count against the next part
            }
        }
        return parts;
    }

    private int end(int start) {
        if (text.codePointCount(start, text.length()) <= limit) {
            return text.length();
        }
        int latest = text.offsetByCodePoints(start, limit);
        for (BreakIterator boundary : boundaries) {
            int end = boundary.preceding(latest + 1);
            if (end > start) {
                return end;
            }
        }
        return latest;
    }
}
