package ai.fastrouter.camel.test.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a question mentions: words, names, numbers, quotations. */
final class Phrases {

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]+)[\"”]");
    private static final Set<String> COMMON = Set.of(
            "the", "and", "for", "with", "that", "this", "you", "are", "what", "how", "can", "get", "give", "tell",
            "please", "from", "current", "given", "value", "which", "when", "where", "will", "does", "not", "use",
            "into");

    private static final int LIMIT = 10_000;

    private final String question;

    Phrases(String question) {
        this.question = question.length() > LIMIT ? question.substring(0, LIMIT) : question;
    }

    String question() {
        return question;
    }

    /** Words of three letters and more that mean something, in lower case. */
    static Set<String> words(String whole) {
        String text = whole.length() > LIMIT ? whole.substring(0, LIMIT) : whole;
        Set<String> words = new TreeSet<>();
        String parted = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        for (String word : parted.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= 3 && !COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Names in order: runs of capitalised words, not counting the first word of a sentence. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (MatchResult match : NAME.matcher(question).results().toList()) {
            String name = match.group();
            if (startsSentence(match.start())) {
                int blank = name.indexOf(' ');
                name = blank < 0 ? "" : name.substring(blank + 1);
            }
            if (!name.isEmpty() && !name.equals("I") && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean startsSentence(int at) {
        String before = question.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:\n".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** Numbers in order. */
    List<String> numbers() {
        return NUMBER.matcher(question).results().map(MatchResult::group).toList();
    }

    /** What stands in quotation marks, in order. */
    List<String> quoted() {
        return QUOTED.matcher(question).results().map(match -> match.group(1)).toList();
    }

    /** Whether the question mentions the value as a word. */
    boolean mentions(String value) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])")
                .matcher(question)
                .find();
    }
}
